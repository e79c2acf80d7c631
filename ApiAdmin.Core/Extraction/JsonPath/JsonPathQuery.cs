using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>
/// A JSONPath as RFC 9535 defines it, parsed once, immutable and safe to use from many threads. Its beginning can be followed
/// in a stream (<see cref="Streamed"/>); what is behind it (<see cref="Rest"/>) needs the value as a tree.
/// </summary>
public sealed record JsonPathQuery
{
    internal JsonPathQuery(ValueList<PathSegment> segments, bool looksAtRoot)
    {
        Segments = segments;
        var length = looksAtRoot ? 0 : StreamedLength(segments);
        Streamed = new SimplePath([.. segments.Take(length).Select(s => s.Steps[0])]);
        Rest = [.. segments.Skip(length)];
        IsSingular = segments.All(s => s.IsSingular);
    }

    public ValueList<PathSegment> Segments { get; }

    /// <summary>It can match one value at most (RFC 9535, section 2.3.5.1).</summary>
    public bool IsSingular { get; }

    /// <summary>Its beginning, as far as it can be followed without knowing what comes later.</summary>
    internal SimplePath Streamed { get; }

    /// <summary>The segments behind <see cref="Streamed"/>; empty for the usual paths.</summary>
    internal ValueList<PathSegment> Rest { get; }

    internal static JsonPathQuery Root { get; } = new([], looksAtRoot: false);

    /// <summary>Never throws: what cannot be read is an error with its place and the cure.</summary>
    public static PathParse Parse(string? text) => QueryParser.Parse(text ?? "");

    /// <summary>
    /// Everything it matches below <paramref name="root"/>, in the order of RFC 9535. Never throws on account of the document:
    /// a limit that is met is the result's problem.
    /// </summary>
    /// <param name="withPlaces">Whether each match tells its normalized path.</param>
    public JsonPathResult Select(JsonElement root, bool withPlaces = false) =>
        new Evaluation(root, withPlaces, hasDuplicates: false).Result(Segments);

    public bool Equals(JsonPathQuery? other) => other is not null && Segments.Equals(other.Segments);

    public override int GetHashCode() => Segments.GetHashCode();

    public override string ToString() => Text(Segments.Count);

    /// <summary>Its first <paramref name="length"/> segments.</summary>
    internal string Text(int length)
    {
        var builder = new StringBuilder("$");
        for (var i = 0; i < length; i++)
        {
            Segments[i].AppendTo(builder);
        }

        return builder.ToString();
    }

    private static int StreamedLength(ValueList<PathSegment> segments)
    {
        var (length, several) = (0, false);
        while (length < segments.Count && segments[length] is { IsDescendant: false, Steps: [var step] } && CanStream(step, several, segments))
        {
            several |= step is not (NameStep or IndexStep);
            length++;
        }

        return length;
    }

    /// <summary>
    /// To count from the end, what the last elements gave is kept until their array ends; that is done for one value a path
    /// and for elements not too far from the end.
    /// </summary>
    private static bool CanStream(PathStep step, bool several, ValueList<PathSegment> segments) => step switch
    {
        NameStep or EveryStep or IndexStep { Index: >= 0 } => true,
        IndexStep { Index: >= -100 } => !several && segments.All(s => s.IsSingular),
        SliceStep slice => slice.CountsFromStart,
        _ => false,
    };
}

/// <summary>What parsing a path gave: the path or the error.</summary>
public sealed record PathParse(JsonPathQuery? Path, PathError? Error);

/// <param name="Position">The character it is about, from 1.</param>
/// <param name="Code">A <see cref="FindingCodes"/> code.</param>
/// <param name="Message">What is wrong and how to mend it; names the position.</param>
public sealed record PathError(int Position, string Code, string Message);

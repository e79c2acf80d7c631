using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction;

/// <summary>
/// A path to one place in a JSON document: <c>$</c>, <c>.name</c>, <c>['name']</c>, <c>["name"]</c>, <c>[3]</c>,
/// <c>[-1]</c>: the singular queries of RFC 9535, section 2.3.5.1. Parsed once, immutable.
/// </summary>
public sealed record SimplePath
{
    internal SimplePath(ValueList<PathStep> steps) => Steps = steps;

    public static SimplePath Root { get; } = new([]);

    public ValueList<PathStep> Steps { get; }

    /// <summary>
    /// Parses <paramref name="text"/>. Anything RFC 9535 has beyond it (wildcards, slices, filters, <c>..</c>) is the
    /// error <see cref="FindingCodes.NotYetSupported"/>, anything else <see cref="FindingCodes.Malformed"/>.
    /// </summary>
    public static PathParse Parse(string? text) => SimplePathParser.Parse(text ?? "");

    public override string ToString() => Text(Steps.Count);

    /// <summary>The path of its first <paramref name="length"/> steps.</summary>
    public string Text(int length)
    {
        var builder = new StringBuilder("$");
        for (var i = 0; i < length; i++)
        {
            Steps[i].AppendTo(builder);
        }

        return builder.ToString();
    }
}

/// <summary>What parsing a path gave: the path or the error.</summary>
public sealed record PathParse(SimplePath? Path, PathError? Error);

/// <param name="Position">The character it is about, from 1.</param>
/// <param name="Code">A <see cref="FindingCodes"/> code.</param>
/// <param name="Message">What is wrong and how to mend it; names the position.</param>
public sealed record PathError(int Position, string Code, string Message);

using System.Text.Json;
using ApiAdmin.Core.Extraction.Json;

namespace ApiAdmin.Core.Extraction;

/// <summary>All that a path found in a body.</summary>
/// <param name="Problem">Why it could not be told what the path finds: the limit that was met; null when none was.</param>
internal sealed record PathFindings(IReadOnlyList<PlacedValue> Values, string? Problem = null, bool HasDuplicates = false)
{
    public static PathFindings Nothing { get; } = new([]);

    public static PathFindings TooLarge { get; } = new([], "The value is larger than 1 MiB and was not kept. Name a smaller part of it.");

    public static PathFindings TooLargeToSearch { get; } =
        new([], "A filter, \"..\" or an index from the end looks through a part of the body that is larger than 16 MiB. Name more of the way to it.");

    public static PathFindings TooMany { get; } = new([], JsonPath.JsonPathLimits.TooManyMatches);

    /// <summary>What the stream captured of a path that has nothing behind it.</summary>
    public static PathFindings Of(Capture capture)
    {
        if (capture.HasTooMany)
        {
            return TooMany;
        }

        if (capture.IsTooLarge)
        {
            return TooLarge;
        }

        var values = new PlacedValue[capture.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var part = capture[i];
            var raw = System.Text.Encoding.UTF8.GetString(capture.Memory.Span.Slice(part.Start, part.Length));
            values[i] = new PlacedValue(new FoundValue(FoundValue.KindOf(part.Kind), raw), part.Line, part.Column);
        }

        return new PathFindings(values);
    }
}

/// <summary>A value and where it stands in the body, both from 1.</summary>
internal readonly record struct PlacedValue(FoundValue Value, int Line, int Column);

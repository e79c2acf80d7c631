using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction;

/// <summary>What the part of a path finds that the stream cannot follow, in the values that were captured for it.</summary>
internal sealed class TreeSearch(ValueList<PathSegment> segments)
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = JsonWalker.DeepestJson, AllowDuplicateProperties = false };

    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = JsonWalker.DeepestJson };

    private readonly List<PlacedValue> found = [];
    private bool hasDuplicates;
    private int size;

    public static PathFindings In(Capture capture, ValueList<PathSegment> segments)
    {
        if (capture.HasTooMany)
        {
            return PathFindings.TooMany;
        }

        return capture.IsTooLarge ? PathFindings.TooLargeToSearch : new TreeSearch(segments).Find(capture);
    }

    /// <summary>How many of the segments lead somewhere.</summary>
    public static int Matched(Capture capture, ValueList<PathSegment> segments)
    {
        var most = 0;
        for (var i = 0; i < capture.Count && !capture.IsTooLarge; i++)
        {
            using var document = Parse(capture.Memory.Slice(capture[i].Start, capture[i].Length), out var duplicates);
            most = Math.Max(most, new Evaluation(document.RootElement, withPlaces: false, duplicates).Matched(segments));
        }

        return most;
    }

    private PathFindings Find(Capture capture)
    {
        for (var i = 0; i < capture.Count; i++)
        {
            if (Add(capture.Memory.Slice(capture[i].Start, capture[i].Length), capture[i]) is { } problem)
            {
                return problem;
            }
        }

        return new PathFindings(found, HasDuplicates: hasDuplicates);
    }

    private PathFindings? Add(ReadOnlyMemory<byte> utf8, Capture.Part part)
    {
        using var document = Parse(utf8, out var duplicates);
        hasDuplicates |= duplicates;
        var result = new Evaluation(document.RootElement, withPlaces: false, duplicates).Result(segments);
        if (result.Problem is { } problem)
        {
            return new PathFindings([], problem);
        }

        var places = new PlaceCounter(utf8, part);
        foreach (var match in result.Matches)
        {
            var raw = JsonMarshal.GetRawUtf8Value(match.Value);
            size += raw.Length;
            if (size > CaptureRoom.OfValue)
            {
                return PathFindings.TooLarge;
            }

            if (found.Count == JsonPathLimits.MostMatches)
            {
                return PathFindings.TooMany;
            }

            var (line, column) = places.Of(raw);
            found.Add(new PlacedValue(new FoundValue(match.Value.ValueKind, Encoding.UTF8.GetString(raw)), line, column));
        }

        return null;
    }

    /// <summary>The framework finds members that stand twice while it parses; only then is the slower way gone that minds them.</summary>
    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, out bool hasDuplicates)
    {
        try
        {
            hasDuplicates = false;
            return JsonDocument.Parse(utf8, Strict);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            hasDuplicates = true;
            return JsonDocument.Parse(utf8, Lenient);
        }
    }

    /// <summary>From where a value lies in memory to where it stands in the body.</summary>
    private sealed class PlaceCounter(ReadOnlyMemory<byte> utf8, Capture.Part part)
    {
        private TextCounter counter = TextCounter.At(part.Line, part.Column);
        private int counted;

        public (int Line, int Column) Of(ReadOnlySpan<byte> value)
        {
            utf8.Span.Overlaps(value, out var offset);
            if (offset < counted)
            {
                (counter, counted) = (TextCounter.At(part.Line, part.Column), 0);
            }

            counter.Advance(utf8.Span[counted..offset]);
            counted = offset;
            return (counter.Line, counter.Column);
        }
    }
}

using System.Text.Json;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>
/// One run of a query over a document held as a tree, in the order of RFC 9535. Every value that is looked at is counted;
/// when a limit is met the run ends with its sentence.
/// </summary>
/// <param name="hasDuplicates">Some object has a member twice; the last one counts then, also for <c>*</c> and filters.</param>
internal sealed class Evaluation(JsonElement root, bool withPlaces, bool hasDuplicates)
{
    private const int NeighboursPerNode = 64;

    private readonly FilterTests tests = new();
    private int nodes;

    public JsonElement Root { get; } = root;

    /// <summary>The limit that was met; null while none was.</summary>
    public string? Problem { get; private set; }

    public JsonPathResult Result(ValueList<PathSegment> segments)
    {
        var matches = Run(segments, Root, segments.Count);
        if (Problem is null && matches.Count > JsonPathLimits.MostMatches)
        {
            Problem = JsonPathLimits.TooManyMatches;
        }

        return new JsonPathResult(Problem is null ? matches : [], Problem);
    }

    /// <summary>How many segments lead somewhere.</summary>
    public int Matched(ValueList<PathSegment> segments)
    {
        var matched = segments.Count;
        while (matched > 0 && Run(segments, Root, matched).Count == 0 && Problem is null)
        {
            matched--;
        }

        return matched;
    }

    public List<JsonPathMatch> Run(ValueList<PathSegment> segments, JsonElement start, int length)
    {
        var current = new List<JsonPathMatch> { new(start, withPlaces ? JsonPlace.Root : null) };
        for (var i = 0; i < length && current.Count > 0 && Problem is null; i++)
        {
            var next = new List<JsonPathMatch>();
            foreach (var match in current)
            {
                Apply(segments[i], match, next, depth: 0);
            }

            current = next;
        }

        return Problem is null ? current : [];
    }

    /// <summary>What a singular query leads to; null when nothing is there.</summary>
    public JsonElement? Single(ValueList<PathSegment> segments, JsonElement start)
    {
        var at = start;
        foreach (var segment in segments)
        {
            if (!Spend(CostOf(at, segment.Steps[0])) || Child(at, segment.Steps[0]) is not { } child)
            {
                return null;
            }

            at = child;
        }

        return at;
    }

    /// <returns>False when no more may be looked at.</returns>
    public bool Spend(int more = 1)
    {
        nodes += more;
        if (nodes > JsonPathLimits.MostNodes)
        {
            Problem ??= JsonPathLimits.TooManyNodes;
        }

        return Problem is null;
    }

    private void Apply(PathSegment segment, JsonPathMatch at, List<JsonPathMatch> into, int depth)
    {
        foreach (var step in segment.Steps)
        {
            Select(step, at, into);
        }

        if (!segment.IsDescendant || Problem is not null)
        {
            return;
        }

        if (depth > JsonPathLimits.DeepestDocument)
        {
            Problem = JsonPathLimits.TooDeep;
            return;
        }

        foreach (var child in Children(at))
        {
            Apply(segment, child, into, depth + 1);
        }
    }

    private void Select(PathStep step, JsonPathMatch at, List<JsonPathMatch> into)
    {
        switch (step)
        {
            case NameStep or IndexStep:
                if (Spend(CostOf(at.Value, step)) && Child(at.Value, step) is { } one)
                {
                    into.Add(new JsonPathMatch(one, PlaceOf(at, step)));
                }

                break;
            case EveryStep:
                into.AddRange(Children(at));
                break;
            case SliceStep slice when at.Value.ValueKind == JsonValueKind.Array:
                Slice(slice, at, into);
                break;
            case FilterStep filter:
                Filter(filter, at, into);
                break;
        }
    }

    /// <summary>
    /// Finding a member or an element walks over those beside it. Without this a filter that looks something up in a large
    /// object for each of many elements would run for minutes within the limit.
    /// </summary>
    private static int CostOf(JsonElement at, PathStep step) => 1 + ((at.ValueKind, step) switch
    {
        (JsonValueKind.Object, NameStep) => at.GetPropertyCount(),
        (JsonValueKind.Array, IndexStep { Index: >= 0 } index) => (int)Math.Min(index.Index, at.GetArrayLength()),
        (JsonValueKind.Array, IndexStep) => at.GetArrayLength(),
        _ => 0,
    } / NeighboursPerNode);

    private static JsonElement? Child(JsonElement at, PathStep step)
    {
        switch (at.ValueKind, step)
        {
            case (JsonValueKind.Object, NameStep name):
                return ElementText.TryGetMember(at, name, out var member) ? member : null;
            case (JsonValueKind.Array, IndexStep index):
                var length = at.GetArrayLength();
                var place = index.Index < 0 ? length + index.Index : index.Index;
                return place >= 0 && place < length ? at[(int)place] : null;
            default:
                return null;
        }
    }

    private JsonPlace? PlaceOf(JsonPathMatch at, PathStep step) => step switch
    {
        _ when !withPlaces => null,
        NameStep name => at.Place!.Member(name.Name),
        IndexStep index => at.Place!.Element((int)(index.Index < 0 ? at.Value.GetArrayLength() + index.Index : index.Index)),
        _ => null,
    };

    private void Filter(FilterStep filter, JsonPathMatch at, List<JsonPathMatch> into)
    {
        foreach (var child in Children(at))
        {
            if (tests.Holds(filter.Condition, child.Value, this))
            {
                into.Add(child);
            }
        }
    }

    /// <summary>RFC 9535, section 2.3.4.2.2.</summary>
    private void Slice(SliceStep slice, JsonPathMatch at, List<JsonPathMatch> into)
    {
        if (slice.Step == 0)
        {
            return;
        }

        long length = at.Value.GetArrayLength();
        var forward = slice.Step > 0;
        var start = Normal(slice.Start ?? (forward ? 0 : length - 1), length);
        var end = slice.End is { } given ? Normal(given, length) : forward ? length : -1;
        var (lower, upper) = forward
            ? (Math.Clamp(start, 0, length), Math.Clamp(end, 0, length))
            : (Math.Clamp(end, -1, length - 1), Math.Clamp(start, -1, length - 1));
        var elements = Children(at).ToArray();
        if (Problem is not null)
        {
            // They are not all there.
            return;
        }

        for (var i = forward ? lower : upper; forward ? i < upper : i > lower; i += slice.Step)
        {
            into.Add(elements[i]);
        }
    }

    private static long Normal(long index, long length) => index < 0 ? length + index : index;

    private IEnumerable<JsonPathMatch> Children(JsonPathMatch at) => at.Value.ValueKind switch
    {
        JsonValueKind.Array => Elements(at),
        JsonValueKind.Object => hasDuplicates ? LastOfEach(at) : Members(at),
        _ => [],
    };

    private IEnumerable<JsonPathMatch> Elements(JsonPathMatch at)
    {
        var index = 0;
        foreach (var element in at.Value.EnumerateArray())
        {
            if (!Spend())
            {
                yield break;
            }

            yield return new JsonPathMatch(element, withPlaces ? at.Place!.Element(index) : null);
            index++;
        }
    }

    private IEnumerable<JsonPathMatch> Members(JsonPathMatch at)
    {
        foreach (var member in at.Value.EnumerateObject())
        {
            if (!Spend())
            {
                yield break;
            }

            yield return new JsonPathMatch(member.Value, withPlaces ? at.Place!.Member(ElementText.NameOf(member) ?? "\ufffd") : null);
        }
    }

    private IEnumerable<JsonPathMatch> LastOfEach(JsonPathMatch at)
    {
        var names = at.Value.EnumerateObject().Select(m => ElementText.NameOf(m) ?? "").ToArray();
        var last = names.Index().GroupBy(n => n.Item, n => n.Index, StringComparer.Ordinal).Select(g => g.Max()).ToHashSet();
        return Members(at).Where((_, index) => last.Contains(index));
    }
}

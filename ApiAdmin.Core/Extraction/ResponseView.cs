using ApiAdmin.Core.Extraction.Json;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Core.Extraction;

/// <summary>One response as outputs and rules see it.</summary>
internal sealed class ResponseView(CompiledDefinition compiled, ResponseHead head, JsonBody? json, bool hasBody)
{
    private Dictionary<CompiledPath, PathFindings>? searched;

    public CompiledDefinition Compiled { get; } = compiled;

    public ResponseHead Head { get; } = head;

    public bool HasBody { get; } = hasBody;

    /// <summary>What the stream captured for a path; null when the body is not read as JSON.</summary>
    public Capture? Capture(CompiledPath path) => json?[path.Slot];

    /// <summary>Everything a path finds; null when the body is not read as JSON.</summary>
    public PathFindings? Find(CompiledPath path)
    {
        if (Capture(path) is not { } capture)
        {
            return null;
        }

        searched ??= [];
        if (!searched.TryGetValue(path, out var findings))
        {
            findings = path.Query.Rest.Count == 0 ? PathFindings.Of(capture) : TreeSearch.In(capture, path.Query.Rest);
            searched.Add(path, findings);
        }

        return findings;
    }

    /// <summary>The value a path finds, the first of several; null for none and for one that is too large.</summary>
    public FoundValue? Value(CompiledPath? path)
    {
        if (path is null)
        {
            return null;
        }

        return path.IsSimple
            ? Capture(path) is { } capture ? FoundValue.Of(capture) : null
            : Find(path) is { Values: [var first, ..] } ? first.Value : null;
    }

    /// <summary>Whether there is a value, also one that is too large to be looked at.</summary>
    public bool Exists(CompiledPath? path) => path is not null
        && (path.IsSimple ? Capture(path) is { IsFound: true } : Find(path) is { } found && (found.Values.Count > 0 || found.Problem is not null));

    /// <summary>How many segments of a path led somewhere.</summary>
    public int Matched(CompiledPath path)
    {
        var steps = path.Query.Streamed.Steps;
        var streamed = StreamedMatched(path);
        return streamed < steps.Count || path.Query.Rest.Count == 0 || Capture(path) is not { } capture
            ? streamed
            : streamed + TreeSearch.Matched(capture, path.Query.Rest);
    }

    /// <summary>
    /// A rule on a path that finds several values holds when it holds for one of them; <c>ne</c> and the two for missing
    /// values say "none of them".
    /// </summary>
    public bool Holds(CompiledRule rule)
    {
        if (rule.Path is not { IsSimple: false } path || Find(path) is not { Values.Count: > 1 } found)
        {
            return RuleEvaluator.Holds(rule, Value(rule.Path), Exists(rule.Path));
        }

        return RuleEvaluator.IsNegative(rule.Rule.Op)
            ? found.Values.All(v => RuleEvaluator.Holds(rule, v.Value, exists: true))
            : found.Values.Any(v => RuleEvaluator.Holds(rule, v.Value, exists: true));
    }

    /// <summary>Paths on which a member stood twice.</summary>
    public IEnumerable<string> Duplicates()
    {
        var streamed = json is not { HasDuplicates: true }
            ? []
            : Compiled.Paths.Where((_, slot) => (json.Walker(slot).Duplicates >> (slot % PathSet.Most) & 1) == 1).Select(p => p.Path.ToString());
        return searched is null ? streamed : streamed.Concat(searched.Where(s => s.Value.HasDuplicates).Select(s => s.Key.Query.ToString())).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Which element <c>[-n]</c> means is only known at the array's end, so nothing is said beyond it.</summary>
    private int StreamedMatched(CompiledPath path)
    {
        var steps = path.Query.Streamed.Steps;
        var known = steps.TakeWhile(step => step is not IndexStep { Index: < 0 }).Count();
        var matched = json?.Walker(path.Slot).Matched(path.Slot % PathSet.Most) ?? 0;
        return Capture(path) is { IsFound: true } ? steps.Count : Math.Min(known, matched);
    }
}

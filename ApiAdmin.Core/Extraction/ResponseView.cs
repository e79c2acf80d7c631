using ApiAdmin.Core.Extraction.Json;

namespace ApiAdmin.Core.Extraction;

/// <summary>One response as outputs and rules see it.</summary>
internal sealed class ResponseView(CompiledDefinition compiled, ResponseHead head, JsonBody? json, bool hasBody)
{
    public CompiledDefinition Compiled { get; } = compiled;

    public ResponseHead Head { get; } = head;

    public bool HasBody { get; } = hasBody;

    /// <summary>What a path found; null when the body is not read as JSON.</summary>
    public Capture? Capture(int slot) => json?[slot];

    public FoundValue? Value(int? slot) => slot is { } place && Capture(place) is { } capture ? FoundValue.Of(capture) : null;

    public bool Exists(int? slot) => slot is { } place && Capture(place) is { IsFound: true };

    /// <summary>
    /// How many steps of a path led somewhere. Which element <c>[-n]</c> means is only known at the array's end, so
    /// nothing is said beyond it.
    /// </summary>
    public int Matched(int slot)
    {
        var steps = Compiled.Paths[slot].Steps;
        var known = steps.TakeWhile(step => step is not IndexStep { Index: < 0 }).Count();
        return Math.Min(known, json?.Walker(slot).Matched(slot % PathSet.Most) ?? 0);
    }

    public bool Holds(CompiledRule rule) => RuleEvaluator.Holds(rule, Value(rule.Slot), Exists(rule.Slot));

    /// <summary>Paths on which a member stood twice.</summary>
    public IEnumerable<SimplePath> Duplicates() => json is not { HasDuplicates: true }
        ? []
        : Compiled.Paths.Where((_, slot) => (json.Walker(slot).Duplicates >> (slot % PathSet.Most) & 1) == 1);
}

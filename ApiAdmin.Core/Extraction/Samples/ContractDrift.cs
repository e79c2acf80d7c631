using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Samples;

public enum DriftKind { Gone, Type }

/// <summary>A declared output that an earlier answer had and this one has not, or has as something else.</summary>
/// <param name="Before">What stood there before, as it was written.</param>
/// <param name="Nearest">Where it probably is now.</param>
public sealed record DriftedOutput(string Name, DriftKind Kind, string Before, string? Now, string? Nearest);

/// <summary>Tells from two answers to one definition whether the other side still keeps to what the outputs were made from.</summary>
public static class ContractDrift
{
    /// <param name="before">The outputs of the earlier answer, by the definition of today.</param>
    /// <param name="now">Those of this one, by the same definition.</param>
    public static IReadOnlyList<DriftedOutput> Of(ValueList<ReportOutput> before, ValueList<ReportOutput> now)
    {
        var earlier = before.DistinctBy(output => output.Name).ToDictionary(output => output.Name, StringComparer.Ordinal);
        return [.. now.Where(output => earlier.ContainsKey(output.Name)).Select(output => Drift(earlier[output.Name], output)).OfType<DriftedOutput>()];
    }

    private static DriftedOutput? Drift(ReportOutput before, ReportOutput now)
    {
        if (before is not { Problem: null, Raw: { } was })
        {
            return null;
        }

        return now.Problem?.Code switch
        {
            OutputProblemCode.NoMatch => new DriftedOutput(now.Name, DriftKind.Gone, was, null, now.Problem.Nearest),
            OutputProblemCode.WrongType => new DriftedOutput(now.Name, DriftKind.Type, was, now.Raw, null),
            null when now.Raw is { } raw && KindOf(raw) != KindOf(was) => new DriftedOutput(now.Name, DriftKind.Type, was, raw, null),
            _ => null,
        };
    }

    /// <summary>Null is no type of its own: what may be missing may be null.</summary>
    private static JsonValueKind KindOf(string raw) => raw.AsSpan().TrimStart() switch
    {
        ['{', ..] => JsonValueKind.Object,
        ['[', ..] => JsonValueKind.Array,
        "true" or "false" => JsonValueKind.True,
        ['-' or (>= '0' and <= '9'), ..] => JsonValueKind.Number,
        _ => JsonValueKind.String,
    };
}

using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;

namespace ApiAdmin.Core.Invocation.Cases;

/// <summary>Holds a run against what its case expects: every difference, with what was expected and what came.</summary>
internal static class CaseCheck
{
    private static readonly RawJson Hidden = RawJson.String(MaskedText.Mask);

    public static ValueList<CaseFailure> Of(ApiDefinition definition, CaseExpectation expect, InvocationResult result) =>
    [
        .. Outcome(expect, result.Report),
        .. expect.Outputs.Select(output => Output(definition, output.Key, output.Value, result)).OfType<CaseFailure>(),
        .. Duration(expect, result.Report),
    ];

    private static IEnumerable<CaseFailure> Outcome(CaseExpectation expect, InvocationReport report)
    {
        if (expect.Outcome is { } expected && expected != report.Outcome)
        {
            var (wanted, got) = (Name(expected), Name(report.Outcome));
            yield return new CaseFailure
            {
                Kind = CaseExpectationKind.Outcome, Expected = RawJson.String(wanted), Got = RawJson.String(got),
                Message = $"The outcome is {got}, not {wanted}.",
            };
        }
    }

    private static IEnumerable<CaseFailure> Duration(CaseExpectation expect, InvocationReport report)
    {
        if (expect.MaxDurationMs is { } most && report.DurationMs > most)
        {
            yield return new CaseFailure
            {
                Kind = CaseExpectationKind.Duration, Expected = Number(most), Got = Number(report.DurationMs),
                Message = string.Create(CultureInfo.InvariantCulture, $"It took {report.DurationMs:0.###} ms; at most {most:0.###} ms were expected."),
            };
        }
    }

    private static CaseFailure? Output(ApiDefinition definition, string name, RawJson? expected, InvocationResult result)
    {
        var shown = result.Report.Outputs.FirstOrDefault(output => output.Name == name);
        if (shown is null && (result.Report.Outputs.Count > 0 || !definition.Outputs.Any(output => output.Name == name)))
        {
            return Failure(name, expected, null, $"There is no output {Quoted.Text(name)}.{Nearest.Hint(name, result.Report.Outputs.Select(output => output.Name))}");
        }

        var isSecret = definition.Outputs.Any(output => output.IsSecret() && (name == output.Name || (output.Flatten && name.StartsWith($"{output.Name}.", StringComparison.Ordinal))));
        var got = result.Outputs.GetValueOrDefault(name);
        if (Matches(expected, got, isSecret))
        {
            return null;
        }

        // What a report masks is masked here too: of what is sensitive both sides, of the rest what the report shows.
        var (wanted, came) = isSecret ? (expected is null ? null : Hidden, got is null ? null : Hidden) : (expected, shown?.Value);
        return Failure(name, wanted, came, $"The output {Quoted.Text(name)} is {Text(came)}, not {Text(wanted)}.");
    }

    /// <summary>A sensitive output may be expected as <c>•••</c>: whatever it is, there has to be a value.</summary>
    private static bool Matches(RawJson? expected, RawJson? got, bool isSecret) => (expected, got) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        _ when isSecret && expected.Equals(Hidden) => true,
        _ => Same(expected, got),
    };

    /// <summary>Numbers by value with all their digits, members in any order.</summary>
    private static bool Same(RawJson left, RawJson right)
    {
        try
        {
            return left.Text == right.Text || JsonElement.DeepEquals(left.ToElement(), right.ToElement());
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no character, and so equal to none.
            return false;
        }
    }

    private static CaseFailure Failure(string name, RawJson? expected, RawJson? got, string message) =>
        new() { Kind = CaseExpectationKind.Output, Output = name, Expected = expected, Got = got, Message = message };

    private static RawJson Number(double ms) => RawJson.Parse(ms.ToString("R", CultureInfo.InvariantCulture));

    private static string Name(Outcome outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());

    private static string Text(RawJson? value) => value is null ? "null" : value.Text.Length > 80 ? $"{value.Text[..80]}…" : value.Text;
}

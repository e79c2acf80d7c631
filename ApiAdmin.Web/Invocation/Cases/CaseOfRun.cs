using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Web.Invocation.Panel;

namespace ApiAdmin.Web.Invocation.Cases;

/// <summary>
/// A run as a test case: its inputs, and as expected what came out. What is sensitive does not go into a definition: such an
/// input is left out, such an output is expected as <c>•••</c>, which any value meets.
/// </summary>
public static class CaseOfRun
{
    private const int LongestValue = 4_000;
    private const int LongestName = 60;

    public static TestCase Of(
        ApiDefinition api, IReadOnlyList<InputField> fields, IReadOnlyDictionary<string, JsonElement> inputs, InvocationReport report)
    {
        var kept = fields.Where(field => !field.Sensitive && field.Type != ParamType.File && inputs.ContainsKey(field.Name))
            .Select(field => KeyValuePair.Create(field.Name, (RawJson?)RawJson.Of(inputs[field.Name]))).ToList();
        var outputs = report.Outputs.Where(output => IsTelling(output) && !IsOfThisCall(api, output.Name)).Select(output => KeyValuePair.Create(output.Name, output.Value));
        var outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(report.Outcome.ToString()).Replace('_', ' ');
        var first = kept.Select(input => input.Value!.ToPlainText()).FirstOrDefault(text => text.Length is > 0 and <= 40);
        return new TestCase
        {
            Name = FreeName(first is null ? outcome : $"{outcome}: {first}", api.Cases),
            Inputs = new ValueMap<RawJson?>(kept),
            Expect = new CaseExpectation { Outcome = report.Outcome, Outputs = new ValueMap<RawJson?>(outputs) },
        };
    }

    /// <summary>The name, with a number behind it where it is taken.</summary>
    public static string FreeName(string wanted, ValueList<TestCase> cases)
    {
        var name = wanted.Length <= LongestName ? wanted : wanted[..LongestName];
        return cases.All(test => test.Name != name)
            ? name
            : Enumerable.Range(2, cases.Count + 1).Select(number => $"{name} {number}").First(free => cases.All(test => test.Name != free));
    }

    /// <summary>What a header or cookie says is nearly always another thing in the next call: ids, dates, marks of caches.</summary>
    private static bool IsOfThisCall(ApiDefinition api, string output) =>
        api.Outputs.Any(declared => declared.Name == output && declared.From is (OutputSource.Header or OutputSource.Cookie));

    /// <summary>A text that was masked in part is neither the true value nor a placeholder for one.</summary>
    private static bool IsTelling(ReportOutput output) => output.Value is { } value && value.Text.Length <= LongestValue
        && (value.Text == $"\"{MaskedText.Mask}\"" || !value.Text.Contains(MaskedText.Mask, StringComparison.Ordinal));
}

using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Extraction.JsonPath;

/// <summary>The RFC 9535 compliance suite: over the tree, and as an output over the stream.</summary>
public sealed class ComplianceTests
{
    private const string Source = "github.com/jsonpath-standard/jsonpath-compliance-test-suite";
    private const string Missing = "the suite is not here";

    private static readonly Lazy<Dictionary<string, JsonElement>> Cases = new(Load);

    public static TheoryData<string> Names()
    {
        var names = new TheoryData<string>();
        foreach (var name in Cases.Value.Keys.DefaultIfEmpty(Missing))
        {
            names.Add(name);
        }

        return names;
    }

    [SkippableFact]
    public void Suite_IsWhole()
    {
        CorpusFolder.Path("jsonpath-cts/cts.json", Source);

        Assert.Equal(703, Cases.Value.Count);
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public async Task Query_EachCase_GivesWhatTheSuiteSays(string name)
    {
        CorpusFolder.Path("jsonpath-cts/cts.json", Source);
        var test = Cases.Value[name];
        var selector = test.GetProperty("selector").GetString()!;
        var parsed = JsonPathQuery.Parse(selector);
        if (test.TryGetProperty("invalid_selector", out _))
        {
            Assert.Null(parsed.Path);
            Assert.InRange(parsed.Error!.Position, 1, selector.Length + 1);
            return;
        }

        Assert.True(parsed.Error is null, parsed.Error?.Message);
        var document = test.GetProperty("document");
        var result = parsed.Path!.Select(document, withPlaces: true);
        var values = "[" + string.Join(',', result.Matches.Select(m => m.Value.GetRawText())) + "]";
        var paths = JsonSerializer.Serialize(result.Matches.Select(m => m.Place!.ToString()));

        Assert.Null(result.Problem);
        Assert.Contains(Expected(test, "result"), e => JsonElement.DeepEquals(e, Parse(values)));
        Assert.Contains(Expected(test, "result_path"), e => JsonElement.DeepEquals(e, Parse(paths)));
        Assert.Equal(result.Matches.Count, await Streamed(selector, parsed.Path, document, values));
    }

    /// <summary>Once more as an output of type array, in chunks of seven bytes.</summary>
    private static async Task<int> Streamed(string selector, JsonPathQuery query, JsonElement document, string values)
    {
        var definition = new ApiDefinition
        {
            Key = "k", Name = "n", Url = "http://a.example",
            Outputs = [new OutputParam { Name = "v", Path = selector, Type = ParamType.Array }, new OutputParam { Name = "exists", Path = selector }],
            Success = new SuccessRule { Rules = [new BodyRule { Path = selector, Op = RuleOperator.Exists }] },
        };
        var body = Encoding.UTF8.GetBytes(document.GetRawText());
        var result = await Extract.Run(
            definition, body, new ResponseHead { Status = 200, MediaType = "application/json" }, Enumerable.Range(1, Math.Max(0, (body.Length - 1) / 7)).Select(i => i * 7));
        if (!query.IsSingular && result.Outputs[0].Value is { } array)
        {
            Assert.True(JsonElement.DeepEquals(Parse(values), array.ToElement()), array.Text);
        }

        var found = query.IsSingular || result.Outputs[0].Value is null
            ? result.Outcome == Core.Invocation.Outcome.Success ? 1 : 0
            : result.Outputs[0].Value!.ToElement().GetArrayLength();
        return found;
    }

    private static IEnumerable<JsonElement> Expected(JsonElement test, string name)
    {
        if (test.TryGetProperty(name == "result" ? "result" : "result_paths", out var only))
        {
            return [only];
        }

        return test.GetProperty(name == "result" ? "results" : "results_paths").EnumerateArray();
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static Dictionary<string, JsonElement> Load()
    {
        try
        {
            var path = CorpusFolder.Path("jsonpath-cts/cts.json", Source);
            var tests = JsonDocument.Parse(File.ReadAllBytes(path)).RootElement.GetProperty("tests");
            return tests.EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!, StringComparer.Ordinal);
        }
        catch (SkipException)
        {
            return [];
        }
    }
}

using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

public sealed class TestEndpointTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Apis = "/api/v1/apis";

    [Fact]
    public async Task Test_StoredDraft_RunsWithTheWriteScopeAlone()
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);
        await client.SendAsync(HttpMethod.Post, Apis, Order("stored"));

        var report = (await client.SendAsync(HttpMethod.Post, $"{Apis}/stored/test", """{ "inputs": { "orderId": "A-1001" } }""")).Json;

        Assert.True(report.GetProperty("outcome").GetString() == "success", report.ToString());
        Assert.Equal("149.90", report.GetProperty("outputs")[1].GetProperty("value").GetRawText());
        Assert.Equal("stored", report.GetProperty("api").GetString());
    }

    [Fact]
    public async Task Test_Report_HasEveryMemberOfTheContractNullOnesToo()
    {
        var client = await rest.WriterAsync();

        var report = (await RunAsync(client, Order("shape"), """{ "orderId": "A-1002" }""")).Json;

        AssertMembers(report, "invocationId api version outcome message startedAt durationMs attempts cached phases request response connection redirects outputs steps warnings");
        AssertMembers(report.GetProperty("request"), "method url headers body");
        AssertMembers(
            report.GetProperty("response"), "status reason httpVersion headers mediaType charset wireBytes bodyBytes truncated body bodyBase64");
        AssertMembers(report.GetProperty("connection"), "reused remoteAddress tls certificate");
        AssertMembers(report.GetProperty("outputs")[0], "name type value raw line column problem");
        AssertMembers(report.GetProperty("steps")[0], "name state ms detail");
        Assert.Equal(JsonValueKind.Null, report.GetProperty("version").ValueKind);
        Assert.Equal(JsonValueKind.Null, report.GetProperty("request").GetProperty("body").ValueKind);
        Assert.EndsWith("Z", report.GetProperty("startedAt").GetString()!.Replace("+00:00", "Z", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_WithASample_AnswersWithItAndSendsNothing()
    {
        var client = await rest.WriterAsync();
        var order = Order("sampled").TrimEnd()[..^1] + """, "samples": [ { "name": "found", "mediaType": "application/json", "headers": [ { "name": "X-Id", "value": "7" } ], "body": "{\"ret_code\":\"000000\",\"item\":{\"status\":\"李\",\"amount\":1.00}}" } ] }""";
        await client.SendAsync(HttpMethod.Post, Apis, order);

        var report = (await client.SendAsync(HttpMethod.Post, $"{Apis}/sampled/test", """{ "inputs": { "orderId": "A-1" }, "sample": "found" }""")).Json;

        Assert.True(report.GetProperty("outcome").GetString() == "success", report.ToString());
        Assert.Equal(("found", JsonValueKind.Null, "李"), (report.GetProperty("sample").GetString(), report.GetProperty("connection").ValueKind, report.GetProperty("outputs")[0].GetProperty("value").GetString()));
        Assert.DoesNotContain(report.GetProperty("phases").EnumerateArray(), phase => phase.GetProperty("name").GetString() is "connect" or "send" or "wait");
        var kept = (await client.SendAsync(HttpMethod.Get, $"/api/v1/invocations/{report.GetProperty("invocationId").GetString()}", null)).Json;
        Assert.Equal("found", kept.GetProperty("sample").GetString());
        var wrong = await client.SendAsync(HttpMethod.Post, $"{Apis}/sampled/test", """{ "inputs": { "orderId": "A-1" }, "sample": "fund" }""");
        Assert.Equal((400, "sample"), ((int)wrong.Status, wrong.Json.GetProperty("errors")[0].GetProperty("path").GetString()));
        var invalid = (await client.SendAsync(HttpMethod.Post, $"{Apis}/sampled/test", """{ "sample": "found" }""")).Json;
        Assert.Equal("invalid_input", invalid.GetProperty("outcome").GetString());
    }

    [Theory]
    [InlineData("A-1003", "success")]
    [InlineData("A-9999", "not_found")]
    public async Task Test_UnsavedDefinition_EndsAsItsRulesSay(string orderId, string outcome)
    {
        var answer = await RunAsync(await rest.WriterAsync(), Order("unsaved"), $$"""{ "orderId": "{{orderId}}" }""");

        Assert.Equal(200, (int)answer.Status);
        Assert.Equal(outcome, answer.Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Test_UnsavedDefinitionOfAnotherKey_RunsUnderItsOwn()
    {
        var client = await rest.WriterAsync();
        await client.SendAsync(HttpMethod.Post, Apis, Order("in-the-address"));

        var report = (await client.SendAsync(
            HttpMethod.Post, $"{Apis}/in-the-address/test", $$"""{ "inputs": { "orderId": "A-1001" }, "definition": {{Order("in-the-body")}} }""")).Json;

        Assert.Equal(("success", "in-the-body"), (report.GetProperty("outcome").GetString(), report.GetProperty("api").GetString()));
    }

    [Theory]
    [InlineData("{}", "?a=x&c=d")]
    [InlineData("""{ "b": null, "c": null }""", "?a=x&c=d")]
    [InlineData("""{ "b": "", "c": "" }""", "?a=x&b=&c=")]
    public async Task Test_InputThatIsNull_IsNotGiven_EmptyIsAValue(string inputs, string query)
    {
        var definition = """
            { "schema": "apiadmin.definition/1", "key": "empty", "name": "Empty", "url": "{{system.sandbox.url}}/echo",
              "parameters": [ { "name": "a", "in": "query", "value": { "from": "constant", "value": "x" } },
                              { "name": "b", "in": "query" }, { "name": "c", "in": "query", "default": "d" } ] }
            """;

        var report = (await RunAsync(await rest.WriterAsync(), definition, inputs)).Json;

        Assert.True(report.GetProperty("outcome").GetString() == "success", report.ToString());
        Assert.Equal(query, new Uri(report.GetProperty("request").GetProperty("url").GetString()!).Query);
    }

    [Fact]
    public async Task Test_MissingInput_IsAnOutcomeAndNoProblem()
    {
        var answer = await RunAsync(await rest.WriterAsync(), Order("missing"), "{}");

        Assert.Equal(200, (int)answer.Status);
        Assert.Equal("invalid_input", answer.Json.GetProperty("outcome").GetString());
        Assert.Contains("orderId", answer.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_InvalidDefinition_Is400WithPlacesInTheBodySent()
    {
        var client = await rest.WriterAsync();

        var shape = await client.SendAsync(HttpMethod.Post, $"{Apis}/x/test", """{ "input": {}, "definition": { "key": "x", "name": "X", "url": "https://example.com/", "colour": 1 } }""");
        var rules = await client.SendAsync(HttpMethod.Post, $"{Apis}/x/test", """{ "definition": { "key": "x", "name": "X", "url": "ftp://example.com/" } }""");

        shape.AssertProblem(400, "invalid");
        Assert.Equal([("definition.colour", "unknownMember"), ("input", "unknownMember")], shape.Findings.Order());
        rules.AssertProblem(400, "invalid");
        Assert.Contains(rules.Findings, finding => finding.Path == "definition.url");
    }

    [Fact]
    public async Task Test_UnknownApi_Is404() =>
        (await (await rest.WriterAsync()).SendAsync(HttpMethod.Post, $"{Apis}/no-such-api/test", null)).AssertProblem(404, "not-found");

    [Fact]
    public async Task Invocation_Own_ReadsBackEqual_OfAnother_NeedsApisRead()
    {
        var owner = await rest.WithAsync(Scopes.ApisWrite);
        var ran = await RunAsync(owner, Order("kept"), """{ "orderId": "A-1001" }""");
        var path = $"/api/v1/invocations/{ran.Json.GetProperty("invocationId").GetString()}";

        Assert.Equal(ran.Text, (await owner.GetAsync(path)).Text);
        Assert.Equal(ran.Text, (await (await rest.WithAsync(Scopes.ApisRead)).GetAsync(path)).Text);
        (await (await rest.WithAsync(Scopes.ApisInvoke)).GetAsync(path)).AssertProblem(404, "not-found");
    }

    private static Task<RestAnswer> RunAsync(RestClient client, string definition, string inputs) =>
        client.SendAsync(HttpMethod.Post, $"{Apis}/any/test", $$"""{ "inputs": {{inputs}}, "definition": {{definition}} }""");

    private static void AssertMembers(JsonElement element, string names) =>
        Assert.All(names.Split(' '), name => Assert.True(element.TryGetProperty(name, out _), $"{name} is missing in {element}"));

    private static string Order(string key) => $$$"""
        { "schema": "apiadmin.definition/1", "key": "{{{key}}}", "name": "Order", "url": "{{system.sandbox.url}}/orders/{orderId}",
          "parameters": [ { "name": "orderId", "in": "path", "required": true, "value": { "from": "caller" } } ],
          "outputs": [ { "name": "status", "path": "$.item.status", "required": true }, { "name": "amount", "path": "$.item.amount", "type": "number" } ],
          "success": { "rules": [ { "path": "$.ret_code", "op": "eq", "value": "000000" } ], "notFound": { "status": [ "404" ] } } }
        """;
}

using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Cases;

/// <summary>Saved cases run over REST against the sandbox, as a build server does.</summary>
public sealed class CaseEndpointTests(RestApp rest) : IClassFixture<RestApp>
{
    private const string Good = """{ "name": "shipped", "inputs": { "orderId": "A-1001" }, "expect": { "outcome": "success", "outputs": { "amount": 149.9 }, "maxDurationMs": 60000 } }""";
    private const string Bad = """{ "name": "wrong <&>", "inputs": { "orderId": "A-1001" }, "expect": { "outcome": "timeout", "outputs": { "amount": 1, "nosuch": "x" }, "maxDurationMs": 0.0001 } }""";

    [Fact]
    public async Task Run_CaseThatIsMet_PassesAndStandsInTheHistory()
    {
        var client = await StoredAsync("met", Good);

        var report = (await client.SendAsync(HttpMethod.Post, "/api/v1/apis/met/cases/run", null)).Json;

        Assert.Equal((1, 1, 0, 0), (Number(report, "total"), Number(report, "passed"), Number(report, "failed"), Number(report, "notRun")));
        var test = report.GetProperty("cases")[0];
        Assert.Equal(("met", "shipped", "passed", "success"), (Text(test, "api"), Text(test, "case"), Text(test, "state"), Text(test, "outcome")));
        var kept = (await client.GetAsync($"/api/v1/invocations/{Text(test, "invocationId")}")).Json;
        Assert.Equal("orderId", kept.GetProperty("steps")[0].GetProperty("in")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Run_CaseThatIsNotMet_NamesEveryExpectationWithWhatCame()
    {
        var client = await StoredAsync("unmet", Bad);

        var failures = (await client.SendAsync(HttpMethod.Post, "/api/v1/apis/unmet/cases/run", null)).Json.GetProperty("cases")[0].GetProperty("failures");

        Assert.Equal(
            ["outcome  \"timeout\" \"success\"", "output amount 1 149.90", "output nosuch \"x\" null"],
            failures.EnumerateArray().Take(3).Select(f => $"{Text(f, "kind")} {Text(f, "output")} {f.GetProperty("expected").GetRawText()} {f.GetProperty("got").GetRawText()}"));
        Assert.Equal("duration", Text(failures[3], "kind"));
        Assert.Equal("The output \"amount\" is 149.90, not 1.", Text(failures[1], "message"));
    }

    [Fact]
    public async Task Run_SensitiveOutput_IsComparedButNeverShown()
    {
        const string Cases = """
            { "name": "any", "inputs": { "orderId": "A-1001" }, "expect": { "outputs": { "status": "•••" } } },
            { "name": "right", "inputs": { "orderId": "A-1001" }, "expect": { "outputs": { "status": "shipped" } } },
            { "name": "wrong", "inputs": { "orderId": "A-1001" }, "expect": { "outputs": { "status": "lost" } } }
            """;
        var client = await StoredAsync("hidden", Cases, sensitive: "true");

        var ran = await client.SendAsync(HttpMethod.Post, "/api/v1/apis/hidden/cases/run", null);

        Assert.Equal(["passed", "passed", "failed"], ran.Json.GetProperty("cases").EnumerateArray().Select(test => Text(test, "state")));
        Assert.DoesNotContain("shipped", ran.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("lost", ran.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("by-query", "?format=junit", "*/*")]
    [InlineData("by-type", "", "application/xml")]
    [InlineData("by-weight", "", "application/json;q=0.5, text/xml")]
    public async Task Run_AskedForJUnit_AnswersItWithEveryCase(string key, string query, string accept)
    {
        var client = await StoredAsync(key, $"{Good}, {Bad}");

        var answer = await client.SendAsync(HttpMethod.Post, $"/api/v1/apis/{key}/cases/run{query}", null, ("Accept", accept));

        Assert.Equal("application/xml", answer.MediaType);
        var suite = XDocument.Parse(answer.Text).Root!.Element("testsuite")!;
        Assert.Equal(("2", "1", "0"), ((string?)suite.Attribute("tests"), (string?)suite.Attribute("failures"), (string?)suite.Attribute("skipped")));
        Assert.Equal(["shipped", "wrong <&>"], suite.Elements("testcase").Select(test => (string?)test.Attribute("name")));
        Assert.Contains("The outcome is success, not timeout.", (string?)suite.Elements("testcase").Last().Element("failure")!.Attribute("message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_WrongFormatUnknownApiOrNoRight_IsAProblem()
    {
        var client = await StoredAsync("refused", Good);

        (await client.SendAsync(HttpMethod.Post, "/api/v1/apis/refused/cases/run?format=csv", null)).AssertProblem(400, "invalid");
        (await client.SendAsync(HttpMethod.Post, "/api/v1/apis/no-such-api/cases/run", null)).AssertProblem(404, "not-found");
        (await (await rest.WithAsync(Scopes.ApisRead)).SendAsync(HttpMethod.Post, "/api/v1/apis/refused/cases/run", null)).AssertProblem(403, "forbidden");
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<RestClient> StoredAsync(string key, string cases, string sensitive = "false")
    {
        var client = await rest.WithAsync(Scopes.ApisWrite);
        var stored = await client.SendAsync(HttpMethod.Post, "/api/v1/apis", $$$"""
            { "schema": "apiadmin.definition/1", "key": "{{{key}}}", "name": "Cases", "url": "{{system.sandbox.url}}/orders/{orderId}",
              "parameters": [ { "name": "orderId", "in": "path", "required": true, "value": { "from": "caller" } } ],
              "outputs": [ { "name": "status", "path": "$.item.status", "sensitive": {{{sensitive}}} }, { "name": "amount", "path": "$.item.amount", "type": "number" } ],
              "limits": { "timeoutMs": 60000 }, "cases": [ {{{cases}}} ] }
            """);
        Assert.Equal(HttpStatusCode.Created, stored.Status);
        return client;
    }
}

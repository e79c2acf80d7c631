using System.Text.Json;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Steps;

/// <summary>What a report of a test tells of each step, over REST against the sandbox.</summary>
public sealed class StepReportTests(RestApp rest) : IClassFixture<RestApp>
{
    [Fact]
    public async Task Test_Success_TellsOfEachStepWhatWentInAndCameOut()
    {
        var steps = await StepsAsync("000000", """{ "orderId": "A-1001" }""");

        Assert.Equal(["check inputs", "build", "resolve", "connect", "TLS", "send", "wait", "receive", "extract", "status", "body", "not-found rule", "success rule", "outputs", "output", "output"], steps.Select(Name));
        Assert.DoesNotContain(steps, step => State(step) == "failed");
        Assert.Equal("orderId=A-1001", Facts(steps[0], "in"));
        Assert.Contains("/orders/{orderId}", Facts(steps[1], "in"), StringComparison.Ordinal);
        Assert.Contains("/orders/A-1001", Facts(steps[1], "out"), StringComparison.Ordinal);
        Assert.StartsWith("status=200 OK protocol=HTTP/1.1", Facts(steps[6], "out"), StringComparison.Ordinal);
        Assert.Equal("status=200", Facts(steps[9], "in"));
        Assert.Equal("""$.ret_code eq "000000"="000000" """.Trim(), Facts(steps[12], "in"));
        Assert.Equal("holds=true", Facts(steps[12], "out"));
        Assert.Equal("amount", steps[15].GetProperty("output").GetString());
        Assert.StartsWith("source=json path=$.item.amount raw=149.90 place=", Facts(steps[15], "in"), StringComparison.Ordinal);
        Assert.Equal("value=149.90", Facts(steps[15], "out"));
    }

    [Fact]
    public async Task Test_RuleThatDoesNotHold_MarksThatStepAndShowsWhatItFound()
    {
        var steps = await StepsAsync("000001", """{ "orderId": "A-1001" }""");

        var failed = Assert.Single(steps, step => State(step) == "failed");
        Assert.Equal("success rule", Name(failed));
        Assert.EndsWith("=\"000000\"", Facts(failed, "in"), StringComparison.Ordinal);
        Assert.Equal("holds=false", Facts(failed, "out"));
        Assert.Equal("skipped", State(steps.Single(step => Name(step) == "outputs")));
    }

    [Fact]
    public async Task Test_RefusedInput_SkipsAllThatFollows()
    {
        var steps = await StepsAsync("000000", "{}");

        Assert.Equal(("check inputs", "failed"), (Name(steps[0]), State(steps[0])));
        Assert.All(steps.Skip(2), step => Assert.Equal("skipped", State(step)));
    }

    [Fact]
    public async Task Test_MissingRequiredOutput_FailsItsOwnStepToo()
    {
        var steps = await StepsAsync("000000", """{ "orderId": "A-1001" }""", """{ "name": "gone", "path": "$.item.gone", "required": true }, { "name": "also", "path": "$.item.also" }""");

        Assert.Equal([("outputs", null), ("output", "gone")], steps.Where(step => State(step) == "failed").Select(step => (Name(step), step.GetProperty("output").GetString())));
        Assert.Equal("skipped", State(steps[^1]));
        Assert.NotNull(steps[^1].GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Test_WhatIsSensitive_StandsInNoStep()
    {
        const string Pin = "pin-4711-secret";
        var definition = $$$"""
            { "schema": "apiadmin.definition/1", "key": "steps", "name": "Steps", "method": "POST", "url": "{{system.sandbox.url}}/echo", "body": { "kind": "json" },
              "parameters": [ { "name": "pin", "in": "body", "sensitive": true }, { "name": "note", "in": "body" } ],
              "outputs": [ { "name": "note", "path": "$.json.note", "sensitive": true } ],
              "success": { "rules": [ { "path": "$.json.note", "op": "eq", "value": "something else" } ] } }
            """;
        var client = await rest.WriterAsync();

        var ran = await client.SendAsync(
            HttpMethod.Post, "/api/v1/apis/any/test", $$"""{ "inputs": { "pin": "{{Pin}}", "note": "note-of-the-answer" }, "definition": {{definition}} }""");

        var steps = ran.Json.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal("business_failure", ran.Json.GetProperty("outcome").GetString());
        Assert.Contains("pin=•••", Facts(steps[0], "in"), StringComparison.Ordinal);
        Assert.Contains("•••", Facts(steps.Single(step => Name(step) == "success rule"), "in"), StringComparison.Ordinal);
        Assert.DoesNotContain(Pin, ran.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("note-of-the-answer", string.Join('\n', steps.Skip(6).Select(step => step.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain("note-of-the-answer", ran.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_LongValue_IsCutInStepsAndWholeInOutputs()
    {
        var steps = await StepsAsync("000000", $$"""{ "orderId": "{{new string('x', 500)}}" }""");

        Assert.Equal($"orderId={new string('x', 200)}…", Facts(steps[0], "in"));
    }

    [Fact]
    public async Task Invoke_WithoutBeingAsked_ExplainsNothing()
    {
        await using var server = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{ \"a\": 1 }");
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        var api = new ApiDefinition { Key = "a", Name = "A", Url = $"http://127.0.0.1:{server.Port}/", Outputs = [new OutputParam { Name = "a", Path = "$.a" }] };

        var report = (await host.Invoker.InvokeAsync(new InvocationRequest { Definition = api }, default)).Report;

        Assert.Equal(Outcome.Success, report.Outcome);
        Assert.All(report.Steps, step => Assert.Equal((0, 0, (string?)null), (step.In.Count, step.Out.Count, step.Output)));
    }

    private static string Name(JsonElement step) => step.GetProperty("name").GetString()!;

    private static string State(JsonElement step) => step.GetProperty("state").GetString()!;

    private static string Facts(JsonElement step, string side) =>
        string.Join(' ', step.GetProperty(side).EnumerateArray().Select(fact => $"{fact.GetProperty("name").GetString()}={fact.GetProperty("value").GetString()}"));

    private async Task<List<JsonElement>> StepsAsync(string code, string inputs, string outputs = """{ "name": "status", "path": "$.item.status" }, { "name": "amount", "path": "$.item.amount", "type": "number" }""")
    {
        var definition = $$$"""
            { "schema": "apiadmin.definition/1", "key": "steps", "name": "Steps", "url": "{{system.sandbox.url}}/orders/{orderId}",
              "parameters": [ { "name": "orderId", "in": "path", "required": true, "value": { "from": "caller" } } ],
              "outputs": [ {{{outputs}}} ], "limits": { "timeoutMs": 60000 }, "success": { "rules": [ { "path": "$.ret_code", "op": "eq", "value": "{{{code}}}" } ] } }
            """;
        var client = await rest.WriterAsync();
        var ran = await client.SendAsync(HttpMethod.Post, "/api/v1/apis/any/test", $$"""{ "inputs": {{inputs}}, "definition": {{definition}} }""");
        return [.. ran.Json.GetProperty("steps").EnumerateArray()];
    }
}

using System.Text;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;

namespace ApiAdmin.Tests.Extraction;

public sealed class OutcomeTests
{
    private const string Definition = """
        "outputs": [ { "name": "status", "path": "$.item.status", "required": true }, { "name": "age", "path": "$.age", "type": "integer", "default": 7 } ],
        "success": { "rules": [ { "path": "$.ret_code", "op": "eq", "value": "000000" } ], "message": "$.ret_msg",
          "notFound": { "status": [ "404" ], "rules": [ { "path": "$.ret_code", "op": "eq", "value": "404001" } ] } }
        """;

    [Theory]
    [InlineData(200, """{ "ret_code": "000000", "item": { "status": "x" } }""", Outcome.Success, "everything that was asked for")]
    [InlineData(404, "no json at all", Outcome.NotFound, "404")]
    [InlineData(500, """{ "ret_code": "1", "ret_msg": "db down" }""", Outcome.HttpError, "It said: \"db down\"")]
    [InlineData(302, "", Outcome.HttpError, "redirects")]
    [InlineData(200, "<html>", Outcome.InvalidResponse, "line 1, column 1")]
    [InlineData(200, "{\"a\":\n[1,]}", Outcome.InvalidResponse, "line 2, column 4")]
    [InlineData(200, "", Outcome.InvalidResponse, "no body")]
    [InlineData(204, "", Outcome.InvalidResponse, "no body")]
    [InlineData(200, """{ "ret_code": "404001" }""", Outcome.NotFound, "$.ret_code eq \"404001\"")]
    [InlineData(200, """{ "ret_code": "9", "ret_msg": "card locked" }""", Outcome.BusinessFailure, "card locked")]
    [InlineData(200, """{ }""", Outcome.BusinessFailure, "there is no such value")]
    [InlineData(200, """{ "ret_code": "000000", "item": { } }""", Outcome.InvalidResponse, "\"status\"")]
    public async Task Outcome_ByTheContractsOrder(int status, string body, Outcome outcome, string says)
    {
        var result = await Extract.Run(Definition, body, status);

        Assert.Equal(outcome, result.Outcome);
        Assert.Contains(says, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcome_SuccessThatLacksAnOptionalOutput_SaysWhich()
    {
        var result = await Extract.Run(
            """ "outputs": [ { "name": "state", "path": "$.state" }, { "name": "city", "path": "$.town" } ] """, """{ "state": "x", "city": "y" }""");

        Assert.Equal(Outcome.Success, result.Outcome);
        Assert.Contains("1 of 2 outputs could not be read: \"city\"", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outcome_OptionalOutputOfTheWrongType_TakesItsDefaultWithAWarning()
    {
        var result = await Extract.Run(Definition, """{ "ret_code": "000000", "item": { "status": "x" }, "age": "old" }""");

        Assert.Equal((Outcome.Success, "7"), (result.Outcome, result.Outputs[1].Value!.Text));
        Assert.Contains("\"age\"", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("auto", "not json", Outcome.Success)]
    [InlineData("json", "not json", Outcome.InvalidResponse)]
    [InlineData("text", "not json", Outcome.Success)]
    [InlineData("xml", "<a><b/></a>", Outcome.Success)]
    [InlineData("xml", "<a><b></a>", Outcome.InvalidResponse)]
    [InlineData("xml", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", Outcome.InvalidResponse)]
    [InlineData("xml", "", Outcome.InvalidResponse)]
    [InlineData("json", "", Outcome.InvalidResponse)]
    [InlineData("none", "anything", Outcome.Success)]
    public async Task Outcome_BodyAgainstTheKind(string kind, string body, Outcome outcome) =>
        Assert.Equal(outcome, (await Extract.Run($$"""
            "response": { "kind": "{{kind}}" }
            """, body)).Outcome);

    [Fact]
    public async Task Outcome_BodyTooLarge_SaysSoAndShowsWhatWasDecided()
    {
        using var extraction = CompiledDefinition.Compile(Build.Definition(Definition)).Start(new ResponseHead { Status = 200 });
        await extraction.WriteAsync(Encoding.UTF8.GetBytes("""{ "item": { "status": "x" }, "rest": "…"""));

        var result = await extraction.CompleteAsync(BodyEnding.Unreadable("The response is too large."));

        Assert.Equal((Outcome.InvalidResponse, "The response is too large.", "\"x\""), (result.Outcome, result.Message, result.Outputs[0].Value!.Text));
    }

    [Fact]
    public async Task Outcome_HeaderAndStatusOutputs()
    {
        var head = new ResponseHead { Status = 201, Headers = [new ReportHeader("X-Request-Id", "77"), new ReportHeader("x-request-id", "78")] };

        var result = await Extract.Run(Build.Definition("""
            "outputs": [ { "name": "id", "from": "header", "path": "x-REQUEST-id", "type": "integer" }, { "name": "s", "from": "status", "type": "integer" } ]
            """), default, head);

        Assert.Equal(["77", "201"], result.Outputs.Select(o => o.Value!.Text));
    }

    [Theory]
    [InlineData("""{ "path": "$.n", "op": "eq", "value": 1.0 }""", true)]
    [InlineData("""{ "path": "$.n", "op": "eq", "value": "1" }""", true)]
    [InlineData("""{ "path": "$.big", "op": "eq", "value": 12345678901234567891 }""", false)]
    [InlineData("""{ "path": "$.big", "op": "gt", "value": 12345678901234567889 }""", true)]
    [InlineData("""{ "path": "$.gone", "op": "eq", "value": 1 }""", false)]
    [InlineData("""{ "path": "$.gone", "op": "ne", "value": 1 }""", true)]
    [InlineData("""{ "path": "$.gone", "op": "missing" }""", true)]
    [InlineData("""{ "path": "$.nil", "op": "missing" }""", false)]
    [InlineData("""{ "path": "$.nil", "op": "missingOrNull" }""", true)]
    [InlineData("""{ "path": "$.nil", "op": "exists" }""", true)]
    [InlineData("""{ "path": "$.list", "op": "empty" }""", true)]
    [InlineData("""{ "path": "$.gone", "op": "empty" }""", false)]
    [InlineData("""{ "path": "$.s", "op": "contains", "value": "ell" }""", true)]
    [InlineData("""{ "path": "$.tags", "op": "contains", "value": "b" }""", true)]
    [InlineData("""{ "path": "$.s", "op": "startsWith", "value": "he" }""", true)]
    [InlineData("""{ "path": "$.s", "op": "matches", "value": "^h.*o$" }""", true)]
    [InlineData("""{ "path": "$.s", "op": "in", "value": ["x", "hello"] }""", true)]
    [InlineData("""{ "path": "$.day", "op": "ge", "value": "2026-01-31" }""", true)]
    [InlineData("""{ "path": "$.day", "op": "lt", "value": "2026-01-31T10:00:00Z" }""", true)]
    [InlineData("""{ "path": "$.s", "op": "gt", "value": 3 }""", false)]
    [InlineData("""{ "path": "$.o", "op": "eq", "value": { "b": 2.0, "a": 1 } }""", true)]
    public async Task Rule_Holds_OrNot(string rule, bool holds)
    {
        const string Body = """
            { "n": 1, "big": 12345678901234567890, "nil": null, "list": [ ], "s": "hello", "tags": ["a", "b"], "day": "2026-01-31", "o": {"a":1,"b":2} }
            """;

        var result = await Extract.Run($$"""
            "success": { "rules": [ {{rule}} ] }
            """, Body);

        Assert.Equal(holds ? Outcome.Success : Outcome.BusinessFailure, result.Outcome);
    }
}

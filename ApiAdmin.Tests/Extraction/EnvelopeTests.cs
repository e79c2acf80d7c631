using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;

namespace ApiAdmin.Tests.Extraction;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData("""{ "ret_code": "000000", "ret_msg": "ok" }""", "$.ret_code", "\"000000\"", "$.ret_msg")]
    [InlineData("""{ "ret_code": "500123", "ret_msg": null }""", "$.ret_code", "\"000000\"", "$.ret_msg")]
    [InlineData("""{ "code": 0, "data": {} }""", "$.code", "0", null)]
    [InlineData("""{ "code": 200, "message": "x" }""", "$.code", "200", "$.message")]
    [InlineData("""{ "success": false, "error": "no" }""", "$.success", "true", "$.error")]
    public void In_UsualEnvelope_OffersItsRule(string body, string path, string value, string? message)
    {
        var offer = Envelopes.In(body)!;

        Assert.Equal((path, RuleOperator.Eq, value, message), (offer.Rule.Path, offer.Rule.Op, offer.Rule.Value!.Text, offer.Message));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "code": "AB-1", "success": "yes" }""")]
    [InlineData("""{ "id": 1 }""")]
    public void In_AnythingElse_OffersNothing(string body) => Assert.Null(Envelopes.In(body));

    [Fact]
    public void Compare_TwoBodies_NamesStructureThenValues()
    {
        var changes = BodyComparison.Of(
            """{ "n": 1, "gone": true, "t": "a", "at": "2026-01-01T00:00:00Z", "list": [ 1, 2 ], "same": [ { "x": 1.0 } ] }""",
            """{ "n": 2, "t": 5, "new": null, "at": "2026-01-02T00:00:00Z", "list": [ 1 ], "same": [ { "x": 1 } ] }""")!;

        Assert.Equal(
        [
            new("$['gone']", BodyChangeKind.Gone, "true", null, false),
            new("$['t']", BodyChangeKind.Type, "\"a\"", "5", false),
            new("$['list'][1]", BodyChangeKind.Gone, "2", null, false),
            new("$['new']", BodyChangeKind.Added, null, "null", false),
            new("$['n']", BodyChangeKind.Value, "1", "2", false),
            new("$['at']", BodyChangeKind.Value, "\"2026-01-01T00:00:00Z\"", "\"2026-01-02T00:00:00Z\"", true),
        ], changes);
    }

    [Fact]
    public void Compare_NoJson_IsNull() => Assert.Null(BodyComparison.Of("{}", "<a/>"));

    [Fact]
    public async Task Sample_OutputsAndRules_RunWithoutSending()
    {
        var definition = Build.Definition("""
            "outputs": [ { "name": "v", "path": "$.a", "required": true } ], "success": { "rules": [ { "path": "$.code", "op": "eq", "value": 0 } ] },
            "samples": [ { "name": "good", "mediaType": "application/json", "body": "{\"a\":\"x\",\"code\":0}" }, { "name": "bad", "status": 500 } ]
            """);

        var good = await SampleRun.OfAsync(definition, definition.Samples[0]);

        Assert.Equal((Outcome.Success, "\"x\""), (good.Outcome, good.Outputs[0].Value!.Text));
        Assert.Equal(Outcome.HttpError, (await SampleRun.OfAsync(definition, definition.Samples[1])).Outcome);
    }

    [Fact]
    public void Drift_OfOutputsThatWereThere_IsToldByWhatBecameOfThem()
    {
        ReportOutput was = Found("moved", "\"x\""), kind = Found("kind", "1"), gone = Found("null", "1"), same = Found("same", "true");
        var drifted = ContractDrift.Of(
            [was, kind, gone, same, Missing("never", null)],
            [Missing("moved", "$.new.moved"), kind with { Raw = "\"1\"" }, gone with { Raw = "null", Problem = new OutputProblem { Code = OutputProblemCode.IsNull, Message = "" } }, same with { Raw = "false" }, Missing("never", null)]);

        Assert.Equal([new("moved", DriftKind.Gone, "\"x\"", null, "$.new.moved"), new("kind", DriftKind.Type, "1", "\"1\"", null)], drifted);
    }

    private static ReportOutput Found(string name, string raw) => new() { Name = name, Type = ParamType.String, Raw = raw };

    private static ReportOutput Missing(string name, string? nearest) =>
        new() { Name = name, Type = ParamType.String, Problem = new OutputProblem { Code = OutputProblemCode.NoMatch, Message = "", Nearest = nearest } };
}

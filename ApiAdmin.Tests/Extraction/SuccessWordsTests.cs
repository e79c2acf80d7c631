using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;

namespace ApiAdmin.Tests.Extraction;

public sealed class SuccessWordsTests
{
    [Theory]
    [InlineData("\"success\":{}", "A success is an answer with the status 2xx.")]
    [InlineData("\"success\":{\"status\":[\"200\",\"404\"],\"rules\":[{\"path\":\"$.ret_code\",\"op\":\"eq\",\"value\":\"000000\"}]}", "A success is an answer with the status 200 or 404 in which $.ret_code is \"000000\".")]
    [InlineData("\"success\":{\"match\":\"any\",\"rules\":[{\"path\":\"$.a\",\"op\":\"exists\"},{\"path\":\"$.b\",\"op\":\"ge\",\"value\":1}],\"notFound\":{\"status\":[\"404\"],\"rules\":[{\"path\":\"$.c\",\"op\":\"missingOrNull\"}]}}", "A success is an answer with the status 2xx in which $.a is there or $.b is 1 or more. It counts as not found when the status is 404, or when $.c is not there or null.")]
    public void Of_Rule_IsPlainEnglish(string definition, string words) =>
        Assert.Equal(words, SuccessInWords.Of(Build.Definition(definition).Success));

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
}

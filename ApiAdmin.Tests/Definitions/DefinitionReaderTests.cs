using System.Text;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;
using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Tests.Definitions;

public sealed class DefinitionReaderTests
{
    private const string Minimal = "\"key\":\"a\",\"name\":\"A\",\"url\":\"http://a.example\"";

    [Theory]
    [InlineData("\"nmae\":1", "nmae", "unknownMember", "Did you mean \"name\"?")]
    [InlineData("\"Method\":\"GET\"", "Method", "unknownMember", "Did you mean \"method\"?")]
    [InlineData("\"x\":1", "x", "unknownMember", "Known here: schema, key, name")]
    [InlineData("\"headers\":{}", "headers", "wrongType", "is an object; give a list")]
    [InlineData("\"headers\":null", "headers", "wrongType", "or leave the member out")]
    [InlineData("\"headers\":[null]", "headers[0]", "wrongType", "is null; give an object")]
    [InlineData("\"method\":5", "method", "wrongType", "the number 5; give text in quotes")]
    [InlineData("\"parameters\":[{\"name\":\"x\"}]", "parameters[0].in", "required", "give one of: path, query, body")]
    [InlineData("\"parameters\":[{\"name\":\"x\",\"in\":\"Query\"}]", "parameters[0].in", "unknownValue", "Did you mean \"query\"? Allowed: path, query, body.")]
    [InlineData("\"parameters\":[{\"name\":\"x\",\"in\":\"query\",\"value\":{\"from\":\"calller\"}}]", "parameters[0].value.from", "unknownValue", "Did you mean \"caller\"?")]
    [InlineData("\"parameters\":[{\"name\":\"x\",\"in\":\"query\",\"value\":{\"name\":\"y\"}}]", "parameters[0].value.from", "required", "caller, constant, system, secret")]
    [InlineData("\"parameters\":[{\"name\":\"x\",\"in\":\"query\",\"value\":{\"from\":\"constant\"}}]", "parameters[0].value.value", "required", "give a JSON value")]
    [InlineData("\"auth\":{\"kind\":7}", "auth.kind", "wrongType", "the number 7; give one of: none, basic, bearer, apiKey")]
    [InlineData("\"auth\":{\"kind\":\"basic\",\"secret\":\"s\",\"username\":\"u\",\"user\":\"u\"}", "auth.user", "unknownMember", "Known here")]
    [InlineData("\"limits\":{\"timeoutMs\":1.5}", "limits.timeoutMs", "outOfRange", "a whole number")]
    [InlineData("\"limits\":{\"timeoutMs\":99999999999}", "limits.timeoutMs", "outOfRange", "a whole number")]
    [InlineData("\"response\":{\"stopEarly\":\"yes\"}", "response.stopEarly", "wrongType", "give true or false")]
    [InlineData("\"outputs\":[{\"name\":\"a\",\"from\":\"jsn\"}]", "outputs[0].from", "unknownValue", "Did you mean \"json\"?")]
    [InlineData("\"cases\":[{\"name\":\"c\",\"expect\":{\"outcome\":\"notFound\"}}]", "cases[0].expect.outcome", "unknownValue", "not_found")]
    [InlineData("\"cases\":[{\"name\":\"c\",\"expect\":{\"maxDurationMs\":1e400}}]", "cases[0].expect.maxDurationMs", "outOfRange", "a number")]
    [InlineData("\"cases\":[{\"name\":\"c\",\"inputs\":{\"a b\":\"\\ud800\"}}]", "cases[0].inputs[\"a b\"]", "invalidCharacter", "half of a surrogate pair")]
    [InlineData("\"description\":\"a\\u0000b\"", "description", "invalidCharacter", "U+0000 at position 2")]
    [InlineData("\"description\":\"\\udc00\"", "description", "invalidCharacter", "half of a surrogate pair")]
    [InlineData("\"\\ud800\":1", "", "invalidCharacter", "half of a surrogate pair")]
    public void Read_OneFault_NamesPlaceAndCure(string member, string path, string code, string sentence)
    {
        var finding = Assert.Single(DefinitionReader.Read($"{{{Minimal},{member}}}").Findings);

        Assert.Equal((path, code), (finding.Path, finding.Code));
        Assert.Contains(sentence, finding.Message);
        Assert.Contains(code, FindingCodes.All);
    }

    [Fact]
    public void Read_ManyFaults_ReportsAllAtOnce()
    {
        const string json = """
            { "key": 1, "colour": "red", "parameters": [ { "in": "nowhere", "name": "a", "name": "b" } ], "auth": { "kind": "magic" } }
            """;

        var findings = DefinitionReader.Read(json).Findings;

        Assert.Equal(
            ["auth.kind", "colour", "key", "name", "parameters[0].in", "parameters[0].name", "url"],
            findings.Select(finding => finding.Path).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("{\n  \"key\": \"中文\", x\n}", "line 2, column 16")]
    [InlineData("{\"a\":1,}", "line 1, column 8")]
    [InlineData("{\"a\":1} trailing", "line 1, column 9")]
    public void Read_MalformedJson_TellsLineAndColumn(string json, string sentence)
    {
        var finding = Assert.Single(DefinitionReader.Read(json).Findings);

        Assert.Equal(FindingCodes.Malformed, finding.Code);
        Assert.Contains(sentence, finding.Message);
        Assert.DoesNotContain("LineNumber", finding.Message);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public void Read_NoObject_SaysSo(string json) =>
        Assert.Equal(FindingCodes.WrongType, Assert.Single(DefinitionReader.Read(json).Findings).Code);

    [Fact]
    public void Read_OtherSchema_IsTheOnlyFinding()
    {
        var finding = Assert.Single(DefinitionReader.Read("{\"schema\":\"apiadmin.definition/2\",\"anything\":1}").Findings);

        Assert.Equal("schema", finding.Path);
        Assert.Contains("it reads \"apiadmin.definition/1\"", finding.Message);
    }

    [Fact]
    public void Read_TooDeep_IsRefused()
    {
        var deep = $"{{{Minimal},\"parameters\":[{{\"name\":\"x\",\"in\":\"query\",\"default\":{new string('[', 100)}{new string(']', 100)}}}]}}";

        Assert.Contains("64", Assert.Single(DefinitionReader.Read(deep).Findings).Message);
    }

    [Fact]
    public void Read_TooLarge_IsRefused()
    {
        var large = $"{{{Minimal},\"description\":\"{new string('x', StrictJsonLimits.Default.MaxBytes)}\"}}";

        Assert.Equal(FindingCodes.TooLong, Assert.Single(DefinitionReader.Read(large).Findings).Code);
    }

    [Fact]
    public void Read_ThousandsOfFaults_ListsTheFirstAndSaysThatThereAreMore()
    {
        var members = string.Join(',', Enumerable.Range(0, 5_000).Select(index => $"\"u{index}\":1"));

        var findings = DefinitionReader.Read($"{{{Minimal},{members}}}").Findings;

        Assert.Equal(201, findings.Count);
        Assert.Contains("More than 200", findings[^1].Message);
    }

    [Fact]
    public void Read_BytesThatAreNotUtf8_TellsThePlace()
    {
        byte[] latin1 = [.. "{\n\"name\":\""u8, 0xE9, .. "\"}"u8];

        Assert.Contains("line 2, column 9", Assert.Single(DefinitionReader.Read(latin1).Findings).Message);
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped() =>
        Assert.True(DefinitionReader.Read((byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{{{Minimal}}}")]).IsGood);

    [Fact]
    public void Read_HalfASurrogatePairInTheText_TellsThePlace() =>
        Assert.Contains("column 3", Assert.Single(DefinitionReader.Read("{\"\ud800\":1}").Findings).Message);

    [Fact]
    public void Read_DiscriminatorLast_IsRead()
    {
        var reading = DefinitionReader.Read($"{{{Minimal},\"auth\":{{\"secret\":\"s\",\"kind\":\"bearer\"}}}}");

        Assert.Equal(new BearerAuth { Secret = "s" }, reading.Demand().Auth);
    }

    [Fact]
    public void Demand_ShapeAndMeaningWrong_TellsOfBothAtOnceAndOfNoPlaceTwice()
    {
        var reading = StrictJson.Read<ApiDefinition>(
            """{ "key": "Bad Key!", "url": "ftp://x/", "bogus": 1, "method": 7, "parameters": [ { "name": "", "in": "query", "type": "strng" } ] }""");

        var refused = Assert.Throws<InvalidException>(() => reading.Demand(definition => DefinitionValidator.Validate(definition).Findings));

        Assert.Equal(
            ["bogus", "key", "method", "name", "parameters[0].name", "parameters[0].type", "url"],
            refused.Findings.Select(finding => finding.Path).Order(StringComparer.Ordinal));
    }
}

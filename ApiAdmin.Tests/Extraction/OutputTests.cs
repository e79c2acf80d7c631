using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Tests.Extraction;

public sealed class OutputTests
{
    private const string Body = """
        { "item": { "status": "shipped", "n": 12345678901234567890, "amount": 1.00, "a b": true, "名": "值", "none": null },
          "list": [ { "id": 1 }, { "id": 2, "x": "y" }, { "id": 3 } ], "esc\u0061ped": "\u0041\n" }
        """;

    [Theory]
    [InlineData("$.item.status", "string", "\"shipped\"")]
    [InlineData("$.item.n", "integer", "12345678901234567890")]
    [InlineData("$.item.n", "string", "\"12345678901234567890\"")]
    [InlineData("$.item.amount", "number", "1.00")]
    [InlineData("$.item.amount", "integer", "1")]
    [InlineData("$.item['a b']", "boolean", "true")]
    [InlineData("$.item.名", "string", "\"值\"")]
    [InlineData("$['item'][\"status\"]", "string", "\"shipped\"")]
    [InlineData("$.list[0].id", "integer", "1")]
    [InlineData("$.list[-1].id", "integer", "3")]
    [InlineData("$.list[-2].x", "string", "\"y\"")]
    [InlineData("$.list[1]", "object", """{ "id": 2, "x": "y" }""")]
    [InlineData("$.escaped", "string", "\"A\\n\"")]
    [InlineData("$.list[0].id", "boolean", "true")]
    public async Task Output_PathThatMatches_GivesTheTypedValue(string path, string type, string value)
    {
        var output = await Extract.One(path, Body, type);

        Assert.Null(output.Problem);
        Assert.Equal(value, output.Value?.Text);
    }

    [Fact]
    public async Task Output_Found_NamesLineAndColumn()
    {
        var output = await Extract.One("$.list[1].x", Body);

        Assert.Equal((2, 42, "\"y\""), (output.Line, output.Column, output.Raw));
    }

    [Theory]
    [InlineData("$.item.stauts", OutputProblemCode.NoMatch, "$.item", "$.item.status")]
    [InlineData("$.status", OutputProblemCode.NoMatch, "$", "$.item.status")]
    [InlineData("$.list.id", OutputProblemCode.NoMatch, "$.list", "$.list[0].id")]
    [InlineData("$.list[3].id", OutputProblemCode.NoMatch, "$.list", "$.list[0].id")]
    [InlineData("$.list[-4].id", OutputProblemCode.NoMatch, "$.list", "$.list[0].id")]
    [InlineData("$.item.none", OutputProblemCode.IsNull, null, null)]
    [InlineData("$.item", OutputProblemCode.WrongType, null, null)]
    [InlineData("$.item[", OutputProblemCode.BadPath, null, null)]
    public async Task Output_PathThatDoesNot_SaysWhy(string path, OutputProblemCode code, string? matched, string? nearest)
    {
        var problem = (await Extract.One(path, Body)).Problem!;

        Assert.Equal(code, problem.Code);
        Assert.Equal(nearest, problem.Nearest);
        Assert.Equal(matched, problem.Matched);
    }

    [Fact]
    public async Task Output_NoMatch_ListsTheMembersThere()
    {
        var problem = (await Extract.One("$.data.name", """{ "data": { "id": 1, "customerName": "Li" } }""")).Problem!;

        Assert.Equal("There is no match: $.data has these members: id, customerName; the nearest existing path is $.data.customerName.", problem.Message);
    }

    [Fact]
    public async Task Output_MemberTwice_LastWinsWithAWarning()
    {
        var result = await Extract.Run("""
            "outputs": [ { "name": "v", "path": "$.a.b" } ]
            """, """{ "a": { "b": "1" }, "a": { "b": "2", "b": "3" } }""");

        Assert.Equal("\"3\"", result.Outputs[0].Value?.Text);
        Assert.Contains("stands twice", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_Sensitive_IsMaskedInTheReportOnly()
    {
        var result = await Extract.Run("""
            "outputs": [ { "name": "v", "path": "$.pin", "sensitive": true } ]
            """, """{ "pin": "1234" }""");

        Assert.Equal(("\"•••\"", "•••"), (result.Outputs[0].Value!.Text, result.Outputs[0].Raw));
        Assert.Equal("\"1234\"", result.TrueOutputs["v"]!.Text);
        Assert.Contains("1234", result.SensitiveValues);
    }

    [Fact]
    public async Task Output_LoneSurrogate_IsUndecodable() =>
        Assert.Equal(OutputProblemCode.Undecodable, (await Extract.One("$.a", """{ "a": "\ud800" }""")).Problem!.Code);

    [Fact]
    public async Task Output_OverAMebibyte_IsTooLarge() =>
        Assert.Equal(OutputProblemCode.TooLarge, (await Extract.One("$.a", $$"""{ "a": "{{new string('x', 1_100_000)}}" }""")).Problem!.Code);
}

using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.Sources;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Invocation.Building;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Extraction;

public sealed class SourceTests
{
    private const string Xml = """
        <?xml version="1.0"?>
        <order xmlns:x="urn:x" id="7">
          <status>shipped</status><x:note>hi</x:note>
          <line sku="a"/><line sku="b"/>
        </order>
        """;

    [Theory]
    [InlineData("header", "X-Multi", "", "\"one\"")]
    [InlineData("header", "x-multi", "\"occurrence\":\"2\"", "\"two\"")]
    [InlineData("header", "X-Multi", "\"occurrence\":\"last\"", "\"three\"")]
    [InlineData("header", "X-Multi", "\"occurrence\":\"all\"", "\"one, two, three\"")]
    [InlineData("header", "X-Multi", "\"separator\":\"|\"", "\"one|two|three\"")]
    [InlineData("header", "X-Multi", "\"type\":\"array\"", "[\"one\",\"two\",\"three\"]")]
    [InlineData("header", "Allow", "\"type\":\"array\",\"separator\":\",\"", "[\"GET\",\"POST\"]")]
    [InlineData("status", "", "\"type\":\"integer\"", "201")]
    [InlineData("cookie", "session", "", "\"s3cr=et\"")]
    [InlineData("cookie", "quoted", "", "\"a b\"")]
    public async Task Head_EachSource_GivesItsValue(string from, string path, string more, string value) =>
        Assert.Equal(value, (await Run(from, path, more, "")).TrueOutputs["v"]?.Text);

    [Theory]
    [InlineData("body", "", "", "hé\nllo", "\"hé\\nllo\"", 1, 1)]
    [InlineData("form", "b", "", "a=1&b=x+y%E4%BD%A0&b=2", "\"x y你\"", 1, 7)]
    [InlineData("form", "b", "\"occurrence\":\"last\",\"type\":\"integer\"", "a=1&b=x&b=2", "2", 1, 11)]
    [InlineData("regex", "order=(?<value>[0-9]+)", "\"type\":\"integer\"", "x\norder=12;order=13", "12", 2, 7)]
    [InlineData("regex", "order=([0-9]+)", "\"occurrence\":\"all\",\"type\":\"array\"", "order=12;order=13", "[\"12\",\"13\"]", 1, 7)]
    [InlineData("regex", "o[a-z]+", "", "the order", "\"order\"", 1, 5)]
    [InlineData("xml", "/order/status", "", Xml, "\"shipped\"", 3, 4)]
    [InlineData("xml", "/order/@id", "\"type\":\"integer\"", Xml, "7", 2, 24)]
    [InlineData("xml", "/order/x:note", "", Xml, "\"hi\"", 3, 28)]
    [InlineData("xml", "//line/@sku", "\"type\":\"array\"", Xml, "[\"a\",\"b\"]", 4, 9)]
    [InlineData("xml", "count(//line)", "\"type\":\"integer\"", Xml, "2", null, null)]
    [InlineData("xml", "boolean(//line)", "\"type\":\"boolean\"", Xml, "true", null, null)]
    [InlineData("xml", "/default:a/default:b", "", "<a xmlns='urn:d'><b>1</b></a>", "\"1\"", 1, 19)]
    public async Task Body_EachSource_GivesItsValueAndPlace(string from, string path, string more, string body, string value, int? line, int? column)
    {
        var output = (await Run(from, path, more, body)).Outputs[0];

        Assert.Null(output.Problem?.Message);
        Assert.Equal((value, line, column), (output.Value?.Text, output.Line, output.Column));
    }

    [Theory]
    [InlineData("header", "X-Mult", "", "", OutputProblemCode.NoMatch, "X-Multi")]
    [InlineData("header", "X-Multi", "\"occurrence\":\"9\"", "", OutputProblemCode.NoMatch, "values found: 3")]
    [InlineData("cookie", "sesion", "", "", OutputProblemCode.NoMatch, "session")]
    [InlineData("form", "c", "", "a=1&b=2", OutputProblemCode.NoMatch, "a, b")]
    [InlineData("regex", "xyz", "", "abc", OutputProblemCode.NoMatch, "matches nothing")]
    [InlineData("xml", "/order/stat", "", Xml, OutputProblemCode.NoMatch, "status")]
    [InlineData("xml", "/a/b", "", "<a xmlns='urn:d'><b>1</b></a>", OutputProblemCode.NoMatch, "/default:a")]
    [InlineData("xml", "/y:order", "", Xml, OutputProblemCode.BadPath, "prefixes are x")]
    [InlineData("xml", "/a", "", "<a>", OutputProblemCode.Undecodable, "not well-formed")]
    [InlineData("xml", "/a", "", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>", OutputProblemCode.Undecodable, "DTD")]
    [InlineData("body", "", "", "", OutputProblemCode.NoMatch, "no body")]
    public async Task Source_WithoutTheValue_SaysWhatIsThere(string from, string path, string more, string body, OutputProblemCode code, string says)
    {
        var problem = (await Run(from, path, more, body)).Outputs[0].Problem!;

        Assert.Equal(code, problem.Code);
        Assert.Contains(says, problem.Message + problem.Nearest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_Output_IsMaskedThoughNobodyAskedForIt()
    {
        var result = await Run("cookie", "session", "", "");

        Assert.Equal("\"•••\"", result.Outputs[0].Value!.Text);
        Assert.Contains("s3cr=et", result.SensitiveValues);
    }

    [Theory]
    [InlineData("$.payload", "$.a.b", "string", """{ "payload": "{\"a\":{\"b\":\"x\"}}" }""", "\"x\"")]
    [InlineData("$.payload", "$.list[*].n", "array", """{ "payload": "{\"list\":[{\"n\":1},{\"n\":2.50}]}" }""", "[1,2.50]")]
    [InlineData("$.payload", "$", "object", """{ "payload": "{\"a\":1}" }""", """{"a":1}""")]
    public async Task Inner_JsonInText_IsDecodedAgain(string path, string inner, string type, string body, string value) =>
        Assert.Equal(value, (await Run("json", path, $"\"inner\":\"{inner}\",\"type\":\"{type}\"", body)).Outputs[0].Value?.Text);

    [Theory]
    [InlineData("""{ "payload": "{a}" }""", OutputProblemCode.Undecodable, "not JSON")]
    [InlineData("""{ "payload": 1 }""", OutputProblemCode.WrongType, "no text")]
    [InlineData("""{ "payload": "{\"c\":1}" }""", OutputProblemCode.NoMatch, "members: c")]
    public async Task Inner_TextThatIsNot_SaysWhy(string body, OutputProblemCode code, string says)
    {
        var problem = (await Run("json", "$.payload", "\"inner\":\"$.a\"", body)).Outputs[0].Problem!;

        Assert.Equal(code, problem.Code);
        Assert.Contains(says, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_JsonPath_LooksIntoTheLastEvent()
    {
        const string stream = "data: {\"n\":1}\n\ndata: {\"n\":\ndata: 2}\r\n\r\ndata: [DONE]\n\n";
        var body = Encoding.UTF8.GetBytes(stream);
        var definition = Build.Definition("""
            "outputs": [ { "name": "v", "path": "$.n", "type": "integer", "required": true } ]
            """);
        var head = new ResponseHead { Status = 200, MediaType = "text/event-stream" };

        for (var cut = 0; cut <= body.Length; cut++)
        {
            var result = await Extract.Run(definition, body, head, cut);
            Assert.Equal((Outcome.Success, "2"), (result.Outcome, result.Outputs[0].Value?.Text));
        }
    }

    [SkippableFact]
    public void Events_EachVector_IsReadAsBrowsersDo()
    {
        var file = CorpusFolder.Path("sse/sse-vectors.json", "github.com/web-platform-tests/wpt");
        using var vectors = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var vector in vectors.RootElement.EnumerateArray().Where(v => !v.TryGetProperty("opens", out var opens) || opens.GetBoolean()))
        {
            var received = new List<string>();
            var stream = new EventStream { Received = received.Add };
            foreach (var one in Encoding.UTF8.GetBytes(vector.GetProperty("stream").GetString()!.TrimStart('\ufeff')))
            {
                stream.Write([one]);
            }

            Assert.Equal(vector.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("data").GetString()), received);
        }
    }

    [Fact]
    public async Task Xml_PathThatCostsTheCube_IsEndedWithASentence()
    {
        var body = "<r>" + string.Concat(Enumerable.Repeat("<a><b/></a>", 5_000)) + "</r>";

        var problem = (await Run("xml", "//a[count(//b[count(//a) > 1]) > 1]", "", body)).Outputs[0].Problem!;

        Assert.Equal(OutputProblemCode.TooLarge, problem.Code);
    }

    [Fact]
    public async Task Text_BodyOverEightMebibytes_IsTooLarge() =>
        Assert.Equal(OutputProblemCode.TooLarge, (await Run("regex", "x", "", new string('a', TextBody.Largest + 1))).Outputs[0].Problem!.Code);

    [Fact]
    public async Task Auto_RequiredXmlOutputOfBrokenBody_IsInvalidResponse()
    {
        var result = await Run("xml", "/a", "\"required\":true", "<a>");

        Assert.Equal(Outcome.InvalidResponse, result.Outcome);
        Assert.Contains("not well-formed XML", result.Message, StringComparison.Ordinal);
    }

    private static Task<ExtractionResult> Run(string from, string path, string more, string body)
    {
        var definition = Build.Definition($$"""
            "outputs": [ { "name": "v", "from": "{{from}}", "path": {{JsonSerializer.Serialize(path)}}{{(more.Length > 0 ? "," : "")}}{{more}} } ]
            """);
        ReportHeader[] headers =
        [
            new("X-Multi", "one"), new("X-Multi", "two"), new("X-Multi", "three"), new("Allow", "GET, POST"),
            new("Set-Cookie", "session=s3cr=et; Path=/; HttpOnly"), new("Set-Cookie", "quoted=\"a b\""),
        ];
        return Extract.Run(definition, Encoding.UTF8.GetBytes(body), new ResponseHead { Status = 201, Headers = headers });
    }
}

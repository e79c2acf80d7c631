using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Building;

/// <summary>No value adds a header line, a parameter or a part, in whatever place it stands.</summary>
public sealed class LineInjectionTests
{
    public static TheoryData<string, string> Places => new()
    {
        { "header", """ "headers": [ { "name": "X-V", "value": { "from": "caller", "input": "v" } } ] """ },
        { "cookie", """ "headers": [ { "name": "Cookie", "value": { "from": "constant", "value": "a={{v}}; b=1" } } ], "parameters": [ { "name": "v", "in": "query", "value": { "from": "caller" } } ] """ },
        { "query", """ "parameters": [ { "name": "v", "in": "query", "value": { "from": "caller" } } ] """ },
        { "path", """ "url": "http://upstream.example/a/{v}", "parameters": [ { "name": "v", "in": "path", "value": { "from": "caller" } } ] """ },
        { "multipart file name", """ "method": "POST", "body": { "kind": "multipart" }, "parameters": [ { "name": "v", "in": "body", "type": "file", "value": { "from": "caller" } } ] """ },
    };

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public void Build_EachPayload_AddsNoLine(string place, string json)
    {
        var definition = Build.Definition(json);
        var lines = Lines(Run(definition, place, "x"));
        foreach (var payload in Payloads())
        {
            var result = Run(definition, place, payload);

            if (result.CanSend)
            {
                Assert.Equal(lines, Lines(result));
            }
            else
            {
                Assert.Contains(result.Problems, p => p.Message.Contains('v', StringComparison.OrdinalIgnoreCase));
            }
        }
    }

    [Theory]
    [InlineData("a\r\nb")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public void Build_MultipartNameWithALineBreak_IsRefused(string name)
    {
        var definition = Build.Definition($$"""
            "method": "POST", "body": { "kind": "multipart" },
            "parameters": [ { "name": {{JsonSerializer.Serialize(name)}}, "in": "body", "value": { "from": "constant", "value": "x" } } ]
            """);

        Assert.False(Build.Run(definition).CanSend);
    }

    [Fact]
    public void Build_CookieValueWithASemicolon_IsRefused()
    {
        var definition = Build.Definition(Places.First(p => (string)p[0] == "cookie")[1].ToString()!);

        Assert.Contains("semicolon", Assert.Single(Build.Run(definition, """{ "v": "1; admin=1" }""").Problems).Message, StringComparison.Ordinal);
    }

    private static BuildResult Run(Core.Definitions.ApiDefinition definition, string place, string value) =>
        Build.Run(definition, new Dictionary<string, JsonElement>
        {
            ["v"] = place.Contains("file", StringComparison.Ordinal)
                ? JsonSerializer.SerializeToElement(new { fileName = value, base64 = "aGk=" })
                : JsonSerializer.SerializeToElement(value),
        });

    private static int Lines(BuildResult result) =>
        Encoding.UTF8.GetString(RequestTextWriter.WriteBytes(result.Request!)).Split('\r', '\n').Length;

    private static IEnumerable<string> Payloads()
    {
        var file = CorpusFolder.Path("ssrf/crlf-injection.txt", "github.com/swisskyrepo/PayloadsAllTheThings");
        foreach (var line in File.ReadAllLines(file).Where(l => l.Length > 0))
        {
            yield return line;
            yield return Uri.UnescapeDataString(line);
            yield return line.Replace("%0d", "\r", StringComparison.OrdinalIgnoreCase).Replace("%0a", "\n", StringComparison.OrdinalIgnoreCase);
        }

        foreach (var raw in new[] { "a\r\nX-Injected: 1", "a\nX: 1", "a\rX: 1", "a\0b", "\u560d\u560aX: 1", "a\u2028b", "a\u0085b" })
        {
            yield return raw;
        }
    }
}

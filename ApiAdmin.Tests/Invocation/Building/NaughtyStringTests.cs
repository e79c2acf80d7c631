using System.Text.Json;
using System.Xml.Linq;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ApiAdmin.Tests.Invocation.Building;

/// <summary>Every naughty string in every place of a request comes back exactly, as one value in one place.</summary>
public sealed class NaughtyStringTests(NaughtyUpstream upstream) : IClassFixture<NaughtyUpstream>
{
    [SkippableFact]
    public Task Query_EachString_ComesBackAsOneValue() => Each(
        """ "parameters": [ { "name": "v", "in": "query", "value": { "from": "caller" } }, { "name": "w", "in": "query", "value": { "from": "constant", "value": "{{v}}" } } ] """,
        context =>
        {
            var query = context.Request.Query;
            Assert.Equal(2, query.Count);
            Assert.Equal(query["v"], query["w"]);
            return Task.FromResult(Assert.Single((IEnumerable<string?>)query["v"])!);
        });

    [SkippableFact]
    public Task Path_EachString_StaysOneSegment() => Each(
        """ "url": "http://upstream.example/a/{v}/b", "parameters": [ { "name": "v", "in": "path", "value": { "from": "caller" } } ] """,
        context =>
        {
            var segments = NaughtyUpstream.RawTarget(context).Split('/');
            Assert.Equal(4, segments.Length);
            Assert.Equal(["", "a", "b"], [segments[0], segments[1], segments[3]]);
            return Task.FromResult(Uri.UnescapeDataString(segments[2]));
        },
        refused: value => value is "" or "." or "..");

    [SkippableFact]
    public Task Header_EachString_ComesBackOrIsRefused() => Each(
        """ "headers": [ { "name": "X-V", "value": { "from": "caller", "input": "v" } } ] """,
        context => Task.FromResult(context.Request.Headers["X-V"].Single()!),
        refused: value => value != value.Trim(' ', '\t') || value.Any(c => (c < ' ' && c != '\t') || c == '\u007f'));

    [SkippableFact]
    public Task Form_EachString_ComesBackAsOneValue() => Each(
        """ "method": "POST", "body": { "kind": "form" }, "parameters": [ { "name": "v", "in": "body", "value": { "from": "caller" } } ] """,
        async context =>
        {
            var form = await context.Request.ReadFormAsync();
            Assert.Single(form);
            return Assert.Single((IEnumerable<string?>)form["v"])!;
        });

    [SkippableFact]
    public Task Multipart_EachString_ComesBackAsOneValue() => Each(
        """ "method": "POST", "body": { "kind": "multipart" }, "parameters": [ { "name": "v", "in": "body", "value": { "from": "caller" } } ] """,
        async context =>
        {
            var reader = Sections(context);
            var bytes = new MemoryStream();
            await (await reader.ReadNextSectionAsync())!.Body.CopyToAsync(bytes);
            Assert.Null(await reader.ReadNextSectionAsync());
            return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
        });

    [SkippableFact]
    public Task FileName_EachString_ComesBackOrIsRefused() => Each(
        """ "method": "POST", "body": { "kind": "multipart" }, "parameters": [ { "name": "v", "in": "body", "type": "file", "value": { "from": "caller" } } ] """,
        async context =>
        {
            var section = await Sections(context).ReadNextSectionAsync();
            var line = section!.Headers!["Content-Disposition"].Single()!;
            return HeaderUtilities.UnescapeAsQuotedString(line[(line.IndexOf("filename=", StringComparison.Ordinal) + 9)..]).ToString();
        },
        refused: value => value.Length == 0 || value.Any(c => c < ' ' || c == '\u007f'),
        wrap: value => JsonSerializer.SerializeToElement(new { fileName = value, base64 = "aGk=" }));

    [SkippableFact]
    public Task Json_EachString_ComesBackAsOneMember() => Each(
        """ "method": "POST", "body": { "kind": "json" }, "parameters": [ { "name": "v", "in": "body", "value": { "from": "caller" } } ] """,
        async context =>
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body);
            return document.RootElement.EnumerateObject().Single().Value.GetString()!;
        });

    [SkippableFact]
    public Task JsonTemplate_EachString_ComesBackInsideAndOutsideQuotes() => Each(
        """ "method": "POST", "body": { "kind": "jsonTemplate", "template": "{\"a\":\"<{{v}}>\",\"b\":{{v}}}" }, "parameters": [ { "name": "v", "in": "body", "value": { "from": "caller" } } ] """,
        async context =>
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body);
            Assert.Equal(2, document.RootElement.EnumerateObject().Count());
            Assert.Equal($"<{document.RootElement.GetProperty("b").GetString()}>", document.RootElement.GetProperty("a").GetString());
            return document.RootElement.GetProperty("b").GetString()!;
        });

    [SkippableFact]
    public Task Xml_EachString_ComesBackInTextAttributeAndCData() => Each(
        """ "method": "POST", "body": { "kind": "xml", "template": "<r a=\"{{v}}\" b='{{v}}'><t>{{v}}</t><c><![CDATA[{{v}}]]></c></r>" }, "parameters": [ { "name": "v", "in": "body", "value": { "from": "caller" } } ] """,
        async context =>
        {
            var root = (await XDocument.LoadAsync(context.Request.Body, LoadOptions.PreserveWhitespace, CancellationToken.None)).Root!;
            Assert.Equal(2, root.Elements().Count());
            var text = root.Element("t")!.Value;
            Assert.Equal([text, text, text], [root.Attribute("a")!.Value, root.Attribute("b")!.Value, root.Element("c")!.Value]);
            return text;
        },
        refused: value => value.Any(c => (c < ' ' && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF'));

    private static MultipartReader Sections(HttpContext context) =>
        new(HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).ToString(), context.Request.Body);

    private async Task Each(
        string json, Func<HttpContext, Task<string>> read, Func<string, bool>? refused = null, Func<string, JsonElement>? wrap = null)
    {
        var definition = Build.Definition(json);
        foreach (var value in Strings())
        {
            var result = Build.Run(definition, new Dictionary<string, JsonElement> { ["v"] = wrap?.Invoke(value) ?? JsonSerializer.SerializeToElement(value) });
            if (refused?.Invoke(value) == true)
            {
                Assert.Contains("v", Assert.Single(result.Problems.DistinctBy(p => p.Path)).Path, StringComparison.Ordinal);
                continue;
            }

            Assert.True(result.CanSend, $"{value}: {result.Message}");
            Assert.Equal(value, await upstream.Send(result.Request!, read));
        }
    }

    private static string[] Strings() => JsonSerializer.Deserialize<string[]>(
        File.ReadAllText(CorpusFolder.Path("naughty-strings/blns.json", "github.com/minimaxir/big-list-of-naughty-strings")))!;
}

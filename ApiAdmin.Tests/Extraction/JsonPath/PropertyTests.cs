using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Extraction.JsonPath;

namespace ApiAdmin.Tests.Extraction.JsonPath;

/// <summary>Generated documents and paths: the engine finds what the reference finds, over the tree and in the stream.</summary>
public sealed class PropertyTests
{
    private const int Cases = 3_000;

    [Fact]
    public async Task Find_GeneratedDocumentAndPath_IsWhatTheReferenceFinds()
    {
        var met = 0;
        for (var seed = 0; seed < Cases; seed++)
        {
            met += await CompareAsync(seed) > 0 ? 1 : 0;
        }

        // A generator whose paths lead nowhere would prove nothing.
        Assert.InRange(met, Cases / 5, Cases);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public async Task Find_InAnotherCulture_IsTheSame(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        try
        {
            for (var seed = Cases; seed < Cases + 200; seed++)
            {
                await CompareAsync(seed);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task<int> CompareAsync(int seed)
    {
#pragma warning disable CA5394 // A seeded generator, so that a failing case can be run again.
        var random = new Random(seed);
        var path = ReferencePath.Make(random);

        // Numbers as elements: the reference then reads the same digits as the engine.
        var text = ReferencePath.Document(random)?.ToJsonString() ?? "null";
        var cuts = Enumerable.Range(0, 3).Select(_ => random.Next(Encoding.UTF8.GetByteCount(text) + 1)).Order().ToArray();
#pragma warning restore CA5394
        var expected = string.Join('\n', path.Find(JsonNode.Parse(text)));
        var query = JsonPathQuery.Parse(path.Text).Path;
        Assert.True(query is not null, $"seed {seed}: {path.Text} was refused");

        var inTree = string.Join('\n', query.Select(JsonDocument.Parse(text).RootElement).Matches.Select(match => match.Value.GetRawText()));
        Assert.True(expected == inTree, $"seed {seed}: {path.Text} over the tree of {text}\nexpected {expected}\nfound {inTree}");

        var inStream = await StreamAsync(path.Text, text, cuts);
        var list = expected.Length == 0 ? null : $"[{expected.Replace('\n', ',')}]";
        Assert.True(list == inStream, $"seed {seed}: {path.Text} in the stream of {text} cut at {string.Join(' ', cuts)}\nexpected {list}\nfound {inStream}");
        return expected.Length;
    }

    private static async Task<string?> StreamAsync(string path, string text, int[] cuts)
    {
        var definition = new ApiDefinition
        {
            Key = "p", Name = "P", Url = "https://x.example/", Outputs = [new OutputParam { Name = "v", Path = path, Type = ParamType.Array, Occurrence = "all" }],
        };
        var result = await Extract.Run(definition, Encoding.UTF8.GetBytes(text), new ResponseHead { Status = 200, MediaType = "application/json" }, cuts);
        return result.Outputs[0].Value?.Text;
    }
}

using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Operations;

public sealed class OpenApiTests(RestApp rest) : IClassFixture<RestApp>
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Fact]
    public async Task Document_Whole_IsTheOneKept()
    {
        var document = await DocumentAsync();

        Snapshots.Match(JsonSerializer.Serialize(document, Indented), "openapi-v1.json");
    }

    [Fact]
    public async Task Document_EveryOperation_HasIdSummarySecurityAndTypedAnswers()
    {
        var document = await DocumentAsync();
        var ids = new HashSet<string>();
        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            var id = operation.Value.GetProperty("operationId").GetString()!;
            Assert.True(ids.Add(id), $"{id} twice");
            Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
            Assert.Equal(2, operation.Value.GetProperty("security").GetArrayLength());
            foreach (var (status, answer) in operation.Value.GetProperty("responses").EnumerateObject().Select(r => (r.Name, r.Value)))
            {
                Assert.True(answer.TryGetProperty("content", out _) == status is not ("204" or "304"), $"{id} {status}");
            }
        }

        Assert.Equal(37, ids.Count);
    }

    [Fact]
    public async Task Document_RunCases_AnswersJsonByItsMembersAndXmlAsText()
    {
        var content = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/v1/apis/{key}/cases/run").GetProperty("post").GetProperty("responses").GetProperty("200").GetProperty("content");

        Assert.Equal("#/components/schemas/CasesReport", content.GetProperty("application/json").GetProperty("schema").GetProperty("$ref").GetString());
        Assert.Equal("string", content.GetProperty("application/xml").GetProperty("schema").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Document_ClosedLists_ArePublishedWhole()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");

        Assert.Equal(FindingCodes.All, Names(schemas.GetProperty("Finding").GetProperty("properties").GetProperty("code")));
        Assert.Contains("urn:apiadmin:stale", Names(schemas.GetProperty("ProblemAnswer").GetProperty("properties").GetProperty("type")));
        Assert.Equal(
            Enum.GetValues<Outcome>().Select(o => JsonSerializer.Serialize(o, DefinitionJson.Options).Trim('"')), Names(schemas.GetProperty("Outcome")));
    }

    [Fact]
    public async Task Docs_Page_ShowsEveryOperationWithoutScriptOrForeignAddress()
    {
        var answer = await RestClient.Anonymous(rest.App).GetAsync("/docs");

        Assert.Equal(200, (int)answer.Status);
        Assert.Equal("text/html", answer.MediaType);
        Assert.Contains("id=\"createApi\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains("id=\"schema-InvocationReport\"", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"http", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("script-src 'self'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    private static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(value => value.GetString()!);

    private async Task<JsonElement> DocumentAsync() => (await RestClient.Anonymous(rest.App).GetAsync("/openapi/v1.json")).Json;
}

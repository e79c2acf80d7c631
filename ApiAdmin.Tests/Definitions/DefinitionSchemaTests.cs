using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Reading;
using NJsonSchema;

namespace ApiAdmin.Tests.Definitions;

public sealed class DefinitionSchemaTests
{
    private const string Update = "APIADMIN_UPDATE_SCHEMA";

    [Fact]
    public void RepositoryFile_IsWhatTheRecordsSay()
    {
        var file = Path.Combine(Repository(), "ApiAdmin.Core", "Definitions", "apiadmin.definition.1.schema.json");
        if (Environment.GetEnvironmentVariable(Update) == "1")
        {
            File.WriteAllText(file, DefinitionSchema.Generate());
        }

        Assert.True(File.ReadAllText(file) == DefinitionSchema.Generate(), $"The schema is out of date; run this test once with {Update}=1.");
    }

    [Fact]
    public async Task Schema_ContractExampleFullDefinitionAndSamples_AreValid()
    {
        var schema = await JsonSchema.FromJsonAsync(DefinitionSchema.Generate());

        Assert.Empty(schema.Validate(ContractExample.Json));
        // The validator's own JSON reader cannot hold numbers beyond 64 bits.
        Assert.Empty(schema.Validate(DefinitionJson.Write(FullDefinition.Create()).Replace("12345678901234567890", "1").Replace("1e400", "1")));
        Assert.All(SampleApis.All, sample => Assert.Empty(schema.Validate(DefinitionJson.Write(sample))));
    }

    [Theory]
    [InlineData("\"colour\":1")]
    [InlineData("\"key\":\"Not A Slug\"")]
    [InlineData("\"method\":\"TRACE\"")]
    [InlineData("\"headers\":{}")]
    [InlineData("\"parameters\":[{\"name\":\"a\"}]")]
    [InlineData("\"parameters\":[{\"name\":\"a\",\"in\":\"nowhere\"}]")]
    [InlineData("\"parameters\":[{\"name\":\"a\",\"in\":\"query\",\"value\":{\"from\":\"magic\"}}]")]
    [InlineData("\"auth\":{\"kind\":\"bearer\"}")]
    [InlineData("\"limits\":{\"timeoutMs\":\"5\"}")]
    [InlineData("\"cases\":[{\"name\":\"a\",\"expect\":{\"outcome\":\"notFound\"}}]")]
    [InlineData("\"schema\":\"apiadmin.definition/2\"")]
    public async Task Schema_BadDefinition_IsInvalid(string member)
    {
        var schema = await JsonSchema.FromJsonAsync(DefinitionSchema.Generate());
        var json = member.StartsWith("\"key\"", StringComparison.Ordinal) ? $"{{\"name\":\"A\",\"url\":\"http://a.example\",{member}}}" : $"{{\"key\":\"a\",\"name\":\"A\",\"url\":\"http://a.example\",{member}}}";

        Assert.NotEmpty(schema.Validate(json));
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ApiAdmin.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}

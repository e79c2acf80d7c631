using System.Text;
using ApiAdmin.Core;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Storing;

namespace ApiAdmin.Tests.Definitions.Storing;

public abstract class DefinitionArchiveContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    private DefinitionArchive Archive => Fixture.Get<DefinitionArchive>();

    [SkippableFact]
    public async Task Export_ThenImportElsewhere_LosesNothing()
    {
        RequireDatabase();
        await Archive.AddSamplesAsync(Host, default);
        var file = await Archive.ExportAsync(Host, default);
        foreach (var sample in SampleApis.All)
        {
            await Service.DeleteAsync(Host, sample.Key, (await Service.GetAsync(Host, sample.Key, default)).Tag, default);
        }

        var report = await Archive.ImportAsync(Host, file, default);

        Assert.Equal(SampleApis.All.Select(sample => sample.Key).Order(StringComparer.Ordinal), report.Added);
        Assert.Equal(file, await Archive.ExportAsync(Host, default));
        Assert.Equal(SampleApis.All[0], (await Service.GetAsync(Host, SampleApis.All[0].Key, default)).Definition);
    }

    [SkippableFact]
    public async Task Import_ByKey_AddsUpdatesAndLeaves()
    {
        RequireDatabase();
        await Service.CreateAsync(Host, Api("a"), default);
        await Service.CreateAsync(Host, Api("b"), default);

        var report = await Archive.ImportAsync(Host, File(Api("a"), Api("b", "Changed"), Api("c")), default);

        Assert.Equal(("c", "b", "a"), (Assert.Single(report.Added), Assert.Single(report.Updated), Assert.Single(report.Unchanged)));
        Assert.Equal("Changed", (await Service.GetAsync(Host, "b", default)).Definition.Name);
    }

    [SkippableFact]
    public async Task Import_OneIsBroken_StoresNoneAndSaysAll()
    {
        RequireDatabase();

        var report = await Archive.ImportAsync(Host, File(Api("a"), Api("b") with { Method = "TRACE", Url = "x" }, Api("a")), default);

        Assert.False(report.IsDone);
        Assert.Equal(["apis[1].method", "apis[1].url", "apis[2].key"], report.Refused.Select(finding => finding.Path));
        Assert.Equal(0, (await Service.ListAsync(Host, new ApiListQuery(), default)).Total);
    }

    [SkippableFact]
    public async Task Import_OtherSchemaOrShape_IsRefused()
    {
        RequireDatabase();

        var other = await Archive.ImportAsync(Host, Encoding.UTF8.GetBytes("{\"schema\":\"x\",\"apis\":[]}"), default);
        var nested = await Archive.ImportAsync(Host, Encoding.UTF8.GetBytes("{\"apis\":[{\"key\":1}]}"), default);

        Assert.Equal("schema", Assert.Single(other.Refused).Path);
        Assert.Contains(nested.Refused, finding => finding is { Path: "apis[0].key", Code: FindingCodes.WrongType });
    }

    [SkippableFact]
    public async Task AddSamples_Twice_KeepsWhatWasEdited()
    {
        RequireDatabase();
        await Archive.AddSamplesAsync(Host, default);
        var stored = await Service.GetAsync(Host, "sample-redirects", default);
        await Service.UpdateAsync(Host, "sample-redirects", stored.Definition with { Name = "Mine" }, stored.Tag, default);

        var report = await Archive.AddSamplesAsync(Host, default);

        Assert.Equal(6, report.Unchanged.Count);
        Assert.Equal("Mine", (await Service.GetAsync(Host, "sample-redirects", default)).Definition.Name);
    }

    private static byte[] File(params ApiDefinition[] apis) =>
        System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new DefinitionArchiveFile { Apis = [.. apis] }, DefinitionJson.Options);
}

public sealed class SqliteDefinitionArchiveTests() : DefinitionArchiveContract(StorageProvider.Sqlite);

public sealed class PostgresDefinitionArchiveTests() : DefinitionArchiveContract(StorageProvider.PostgreSql);

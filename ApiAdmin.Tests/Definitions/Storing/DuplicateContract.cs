using ApiAdmin.Core;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>Copies of stored APIs, on every database.</summary>
public abstract class DuplicateContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    [SkippableFact]
    public async Task Duplicate_OfEveryMember_StoresTheSameUnderAFreeKeyAndTellsBothInTheAudit()
    {
        RequireDatabase();
        var source = FullDefinition.Create() with { Outputs = [], Success = new(), Url = "https://crm.example.com/v1", Body = new(), Parameters = [], Cases = [] };
        await Service.CreateAsync(Host, source, default);

        var first = await Service.DuplicateAsync(Host, source.Key, default);
        var second = await Service.DuplicateAsync(Host, source.Key, default);

        Assert.Equal(source with { Key = $"{source.Key}-copy", Name = $"{source.Name} (copy)" }, first.Definition);
        Assert.Equal($"{source.Key}-copy-2", second.Definition.Key);
        Assert.Equal(first.Definition, (await Service.GetAsync(Host, first.Definition.Key, default)).Definition);
        await using var db = await Fixture.Get<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        var told = await db.Audit.Where(row => row.Action == "api.duplicate").OrderBy(row => row.Sequence).Select(row => row.Subject).ToListAsync();
        Assert.Equal([$"api:{source.Key} → api:{source.Key}-copy", $"api:{source.Key} → api:{source.Key}-copy-2"], told);
    }

    [SkippableFact]
    public async Task Duplicate_OfTheLongestKeyAndName_FitsAndCanBeSavedAgain()
    {
        RequireDatabase();
        var source = Api($"{new string('a', 58)}-{new string('b', 5)}", string.Concat(Enumerable.Repeat("😀", 100)));
        await Service.CreateAsync(Host, source, default);

        var copy = await Service.DuplicateAsync(Host, source.Key, default);

        Assert.Equal($"{new string('a', 58)}-copy", copy.Definition.Key);
        Assert.EndsWith("😀 (copy)", copy.Definition.Name, StringComparison.Ordinal);
        await Service.UpdateAsync(Host, copy.Definition.Key, copy.Definition with { Description = "mine" }, copy.Tag, default);
    }

    [SkippableFact]
    public async Task Duplicate_OfAKeyThatIsNotThere_IsNotFound()
    {
        RequireDatabase();

        await Assert.ThrowsAsync<NotFoundException>(() => Service.DuplicateAsync(Host, "none", default));
    }
}

public sealed class SqliteDuplicateTests() : DuplicateContract(StorageProvider.Sqlite);

public sealed class PostgresDuplicateTests() : DuplicateContract(StorageProvider.PostgreSql);

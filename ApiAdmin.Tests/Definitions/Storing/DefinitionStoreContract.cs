using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>What stored APIs do on every database.</summary>
public abstract class DefinitionStoreContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    [SkippableFact]
    public async Task Create_EveryMemberSet_IsReadBackEqual()
    {
        RequireDatabase();
        var definition = FullDefinition.Create() with { Outputs = [], Success = new(), Url = "https://crm.example.com/v1", Body = new(), Parameters = [], Cases = [] };

        var created = await Service.CreateAsync(Host, definition, default);
        var read = await Service.GetAsync(Host, definition.Key, default);

        Assert.Equal(definition, read.Definition);
        Assert.Equal(created with { Warnings = [] }, read with { Warnings = [] });
        Assert.Equal(Fixture.Clock.GetUtcNow(), read.CreatedAt);
        Assert.Equal("test", read.UpdatedBy);
    }

    [SkippableFact]
    public async Task Create_KeyInUse_IsTaken()
    {
        RequireDatabase();
        await Service.CreateAsync(Host, Api("a"), default);

        var taken = await Assert.ThrowsAsync<TakenException>(() => Service.CreateAsync(Host, Api("a", "other"), default));

        Assert.Equal(("key", FindingCodes.Taken), (Assert.Single(taken.Findings).Path, taken.Findings[0].Code));
    }

    [SkippableFact]
    public async Task Create_BrokenRules_StoresNothing()
    {
        RequireDatabase();

        await Assert.ThrowsAsync<InvalidException>(() => Service.CreateAsync(Host, Api("a") with { Method = "TRACE" }, default));

        Assert.Equal(0, (await Service.ListAsync(Host, new ApiListQuery(), default)).Total);
    }

    [SkippableFact]
    public async Task Update_WithItsTag_ChangesAndTellsTheNewTag()
    {
        RequireDatabase();
        var created = await Service.CreateAsync(Host, Api("a"), default);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        var updated = await Service.UpdateAsync(Host, "a", Api("a", "Second"), created.Tag, default);

        Assert.NotEqual(created.Tag, updated.Tag);
        Assert.Equal(created.CreatedAt, updated.CreatedAt);
        Assert.Equal(Fixture.Clock.GetUtcNow(), updated.UpdatedAt);
        Assert.Equal("Second", (await Service.GetAsync(Host, "a", default)).Definition.Name);
    }

    [SkippableFact]
    public async Task Update_OldTag_TellsWhoAndWhenAndKeepsTheirs()
    {
        RequireDatabase();
        var created = await Service.CreateAsync(Host, Api("a"), default);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        var developer = await Fixture.UserAsync(Role.Developer);
        var theirs = await Service.UpdateAsync(developer, "a", Api("a", "Theirs"), created.Tag, default);

        var stale = await Assert.ThrowsAsync<StaleException>(() => Service.UpdateAsync(Host, "a", Api("a", "Mine"), created.Tag, default));

        Assert.Equal((developer.UserName, theirs.UpdatedAt, theirs.Tag), (stale.ChangedBy, stale.ChangedAt, stale.CurrentTag));
        Assert.Equal("Theirs", (await Service.GetAsync(Host, "a", default)).Definition.Name);
    }

    [SkippableFact]
    public async Task Update_NewKey_Renames()
    {
        RequireDatabase();
        var created = await Service.CreateAsync(Host, Api("a"), default);
        await Service.CreateAsync(Host, Api("taken"), default);

        await Assert.ThrowsAsync<TakenException>(() => Service.UpdateAsync(Host, "a", Api("taken"), created.Tag, default));
        await Service.UpdateAsync(Host, "a", Api("b"), created.Tag, default);

        await Assert.ThrowsAsync<NotFoundException>(() => Service.GetAsync(Host, "a", default));
        Assert.Equal("b", (await Service.GetAsync(Host, "b", default)).Definition.Key);
    }

    [SkippableFact]
    public async Task Update_NothingDiffers_WritesNothing()
    {
        RequireDatabase();
        var created = await Service.CreateAsync(Host, Api("a"), default);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));

        var same = await Service.UpdateAsync(Host, "a", Api("a"), created.Tag, default);

        Assert.Equal((created.Tag, created.UpdatedAt), (same.Tag, same.UpdatedAt));
    }

    [SkippableFact]
    public async Task Save_SecretsNamed_AreKeptCurrentAndWarnedOf()
    {
        RequireDatabase();
        var secrets = Fixture.Get<ISecretService>();
        await secrets.PutAsync(Host, "two", "s3cret", ["crm.example.com"], default);

        var created = await Service.CreateAsync(Host, Api("a") with { Auth = new BearerAuth { Secret = "one" } }, default);
        Assert.Equal("auth.secret", Assert.Single(created.Warnings).Path);

        var updated = await Service.UpdateAsync(Host, "a", Api("a") with { Auth = new BearerAuth { Secret = "two" } }, created.Tag, default);
        Assert.Empty(updated.Warnings);
        Assert.Equal(["a"], Assert.Single(await secrets.ListAsync(Host, default)).UsedBy);
        await Assert.ThrowsAsync<InUseException>(() => secrets.DeleteAsync(Host, "two", default));
    }

    [SkippableFact]
    public async Task EveryChange_IsAuditedWithNamesAndNoValues()
    {
        RequireDatabase();
        var created = await Service.CreateAsync(Host, Api("a"), default);
        var updated = await Service.UpdateAsync(Host, "a", Api("b", "Neu") with { Description = "canary-value" }, created.Tag, default);
        await Service.DeleteAsync(Host, "b", updated.Tag, default);

        var rows = (await Fixture.Get<AuditService>().ListAsync(Host, null, 10, default)).Where(row => row.Action.StartsWith("api.", StringComparison.Ordinal)).ToList();

        Assert.Equal(["api.delete", "api.update", "api.rename", "api.create"], rows.Select(row => row.Action));
        Assert.Equal(["api:b", "api:b", "api:a → api:b", "api:a"], rows.Select(row => row.Subject));
        Assert.Equal(["name", "description"], rows[1].Fields);
        Assert.Equal(["key"], rows[2].Fields);
        Assert.DoesNotContain("canary", string.Join(' ', rows));
    }

    [SkippableFact]
    public async Task Update_HundredAtOnceOfOneVersion_OneWinsAndTheOthersAreTold()
    {
        RequireDatabase();
        var created = await Service.CreateAsync(Host, Api("a"), default);

        var saves = await Task.WhenAll(Enumerable.Range(0, 100).Select(index => Task.Run(async () =>
        {
            try
            {
                return (await Service.UpdateAsync(Host, "a", Api("a", $"save {index}"), created.Tag, default)).Definition.Name;
            }
            catch (StaleException)
            {
                return null;
            }
        })));

        var winner = Assert.Single(saves, name => name is not null);
        Assert.Equal(winner, (await Service.GetAsync(Host, "a", default)).Definition.Name);
    }
}

public sealed class SqliteDefinitionStoreTests() : DefinitionStoreContract(StorageProvider.Sqlite);

public sealed class PostgresDefinitionStoreTests() : DefinitionStoreContract(StorageProvider.PostgreSql);

using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Core.Definitions.Unsaved;
using ApiAdmin.Tests.Definitions.Storing;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Trash;

/// <summary>Deleting, coming back and going for ever, on every database.</summary>
public abstract class TrashContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    private IApiTrash Trash => Fixture.Get<IApiTrash>();

    [SkippableFact]
    public async Task Delete_AnApi_HidesItFromEverybodyAndFreesTheKey()
    {
        RequireDatabase();
        await Fixture.Get<ISecretService>().PutAsync(Host, "token", "s3cret", ["crm.example.com"], default);
        var created = await Service.CreateAsync(Host, Api("a", "First") with { Category = "Orders", Auth = new BearerAuth { Secret = "token" } }, default);

        await Assert.ThrowsAsync<StaleException>(() => Service.DeleteAsync(Host, "a", "0", default));
        await Service.DeleteAsync(Host, "a", created.Tag, default);

        var refusal = await Assert.ThrowsAsync<NotFoundException>(() => Service.GetAsync(Host, "a", default));
        Assert.Equal("The API \"a\" is in the trash: test deleted it. Restore it on the page of the APIs, under Trash.", refusal.Message);
        await Assert.ThrowsAsync<NotFoundException>(() => Service.DeleteAsync(Host, "a", created.Tag, default));
        await Assert.ThrowsAsync<NotFoundException>(() => Service.UpdateAsync(Host, "a", Api("a"), created.Tag, default));
        Assert.Empty((await Service.ListAsync(Host, new ApiListQuery(), default)).Items);
        Assert.Empty(await Service.CategoriesAsync(Host, default));
        Assert.DoesNotContain("First", System.Text.Encoding.UTF8.GetString(await Fixture.Get<DefinitionArchive>().ExportAsync(Host, default)), StringComparison.Ordinal);
        await Fixture.Get<ISecretService>().DeleteAsync(Host, "token", default);
        await Service.CreateAsync(Host, Api("a", "Second"), default);
        Assert.Equal("Second", (await Service.GetAsync(Host, "a", default)).Definition.Name);
    }

    [SkippableFact]
    public async Task Restore_RightAfter_BringsBackEverythingAsItWas()
    {
        RequireDatabase();
        var ana = await Fixture.UserAsync(Role.Developer);
        var created = await Service.CreateAsync(ana, Api("a", "First") with { Category = "Orders / EU" }, default);
        await Fixture.Get<IPersonalApis>().SetFavouriteAsync(ana, "a", true, default);
        await Fixture.Get<IPersonalApis>().NoteOpenedAsync(ana, "a", default);
        await Fixture.Get<ICommentService>().AddAsync(ana, "a", "Ask Ben first", default);
        Fixture.Clock.Advance(TimeSpan.FromHours(1));
        var id = await Service.DeleteAsync(ana, "a", created.Tag, default);
        Assert.Empty(await Fixture.Get<IPersonalApis>().RecentAsync(ana, default));

        Assert.Equal("a", await Trash.RestoreAsync(ana, id, default));

        var back = await Service.GetAsync(ana, "a", default);
        Assert.Equal((created.Definition, created.Tag, created.UpdatedAt), (back.Definition, back.Tag, back.UpdatedAt));
        Assert.Equal(["a"], (await Service.ListAsync(ana, new ApiListQuery { FavouritesOnly = true }, default)).Items.Select(api => api.Key));
        Assert.Equal(["a"], (await Fixture.Get<IPersonalApis>().RecentAsync(ana, default)).Select(api => api.Key));
        Assert.Equal("Ask Ben first", Assert.Single((await Fixture.Get<ICommentService>().ListAsync(ana, "a", 10, default)).Items).Text);
        Assert.Empty((await Trash.ListAsync(ana, 1, 50, default)).Items);
        await Assert.ThrowsAsync<NotFoundException>(() => Trash.RestoreAsync(ana, id, default));
    }

    [SkippableFact]
    public async Task Restore_WhenAnotherHasTheKey_GetsAFreeOneThatCanBeFoundAndSaved()
    {
        RequireDatabase();
        var first = await DeleteAsync(Api("a", "First"));
        var second = await DeleteAsync(Api("a", "Second"));
        await Service.CreateAsync(Host, Api("a", "Third"), default);

        Assert.Equal("a-restored", await Trash.RestoreAsync(Host, first, default));
        Assert.Equal("a-restored-2", await Trash.RestoreAsync(Host, second, default));

        var stored = await Service.GetAsync(Host, "a-restored", default);
        Assert.Equal(("a-restored", "First"), (stored.Definition.Key, stored.Definition.Name));
        Assert.Equal(["a-restored", "a-restored-2"], (await Service.ListAsync(Host, new ApiListQuery { Search = "restored", Sort = ApiSort.Key }, default)).Items.Select(api => api.Key));
        await Service.UpdateAsync(Host, "a-restored", stored.Definition with { Description = "mine" }, stored.Tag, default);
    }

    [SkippableFact]
    public async Task List_SaysWhoDeletedWhatAndWhenItGoes()
    {
        RequireDatabase();
        await DeleteAsync(Api("old", "Old") with { Category = "Orders", Method = "POST" });
        var before = Fixture.Clock.GetUtcNow();
        Fixture.Clock.Advance(TimeSpan.FromDays(2));
        await DeleteAsync(Api("later"));

        var list = await Trash.ListAsync(Host, 1, 1, default);
        var next = Assert.Single((await Trash.ListAsync(Host, 2, 1, default)).Items);

        Assert.Equal(("later", 2), (Assert.Single(list.Items).Key, list.Total));
        Assert.Equal(("old", "Old", "Orders", "POST", "test"), (next.Key, next.Name, next.Category, next.Method, next.DeletedBy));
        Assert.Equal((before, before.AddDays(30)), (next.DeletedAt, next.GoneAt));
    }

    [SkippableFact]
    public async Task Purge_RemovesAllThatBelongsToIt()
    {
        RequireDatabase();
        var ana = await Fixture.UserAsync(Role.Developer);
        var created = await Service.CreateAsync(ana, Api("a") with { Auth = new BearerAuth { Secret = "token" } }, default);
        await Fixture.Get<IPersonalApis>().SetFavouriteAsync(ana, "a", true, default);
        await Fixture.Get<IPersonalApis>().NoteOpenedAsync(ana, "a", default);
        await Fixture.Get<ICommentService>().AddAsync(ana, "a", "Ask Ben first", default);
        await Fixture.Get<IUnsavedService>().KeepAsync(ana, new FormState { Place = new FormPlace(Guid.CreateVersion7(), "tab"), Key = "a", Base = Api("a"), Definition = Api("a", "Typed") }, null, default);
        var id = await Service.DeleteAsync(ana, "a", created.Tag, default);

        await Trash.PurgeAsync(ana, id, default);

        await using var db = await Fixture.Database.OpenAsync();
        Assert.Equal((0, 0, 0), (await db.Apis.IgnoreQueryFilters().CountAsync(), await db.ApiDrafts.CountAsync(), await db.SecretUses.CountAsync()));
        Assert.Equal((0, 0, 0, 0), (await db.Favourites.CountAsync(), await db.Opened.CountAsync(), await db.Comments.CountAsync(), await db.Unsaved.CountAsync()));
        await Assert.ThrowsAsync<NotFoundException>(() => Trash.PurgeAsync(ana, id, default));
    }

    [SkippableFact]
    public async Task Purge_OfAnApiInUse_IsRefused()
    {
        RequireDatabase();
        await Service.CreateAsync(Host, Api("a"), default);
        await using var db = await Fixture.Database.OpenAsync();
        var id = await db.Apis.Select(api => api.Id).SingleAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => Trash.PurgeAsync(Host, id, default));

        Assert.Equal("a", (await Service.GetAsync(Host, "a", default)).Definition.Key);
    }

    [SkippableFact]
    public async Task Sweep_After30Days_PurgesEveryBatchAndNothingYounger()
    {
        RequireDatabase();
        for (var i = 0; i <= TrashSweeper.Batch; i++)
        {
            await DeleteAsync(Api($"old-{i}"));
        }

        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        await DeleteAsync(Api("young"));
        await Service.CreateAsync(Host, Api("in-use"), default);
        Fixture.Clock.Advance(IApiTrash.Kept - TimeSpan.FromSeconds(2));
        Assert.Equal(0, await Fixture.Get<TrashSweeper>().SweepAsync(default));
        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(TrashSweeper.Batch + 1, await Fixture.Get<TrashSweeper>().SweepAsync(default));

        Assert.Equal("young", Assert.Single((await Trash.ListAsync(Host, 1, 50, default)).Items).Key);
        Assert.Equal("in-use", Assert.Single((await Service.ListAsync(Host, new ApiListQuery(), default)).Items).Key);
        Assert.True((await Fixture.Get<AuditVerifier>().VerifyAsync(Host, default)).IsIntact);
    }

    [SkippableFact]
    public async Task EveryStep_IsAudited()
    {
        RequireDatabase();
        var first = await DeleteAsync(Api("a"));
        await Trash.RestoreAsync(Host, first, default);
        var second = await Service.DeleteAsync(Host, "a", VersionMatch.Any, default);
        await Service.CreateAsync(Host, Api("a"), default);
        await Trash.RestoreAsync(Host, second, default);
        var third = await Service.DeleteAsync(Host, "a", VersionMatch.Any, default);
        await Trash.PurgeAsync(Host, third, default);

        var rows = (await Fixture.Get<AuditService>().ListAsync(Host, null, 20, default)).Where(row => row.Action.StartsWith("api.", StringComparison.Ordinal));

        Assert.Equal(
            ["api.purge api:a", "api.delete api:a", "api.restore api:a → api:a-restored", "api.create api:a", "api.delete api:a", "api.restore api:a", "api.delete api:a", "api.create api:a"],
            rows.Select(row => $"{row.Action} {row.Subject}"));
    }

    private async Task<Guid> DeleteAsync(ApiDefinition definition) =>
        await Service.DeleteAsync(Host, definition.Key, (await Service.CreateAsync(Host, definition, default)).Tag, default);
}

public sealed class SqliteTrashTests() : TrashContract(StorageProvider.Sqlite);

public sealed class PostgresTrashTests() : TrashContract(StorageProvider.PostgreSql);

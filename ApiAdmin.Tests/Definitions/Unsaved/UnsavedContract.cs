using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Unsaved;
using ApiAdmin.Tests.Definitions.Storing;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Unsaved;

/// <summary>What is kept of unsaved forms, on every database.</summary>
public abstract class UnsavedContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    private IUnsavedService Unsaved => Fixture.Get<IUnsavedService>();

    [SkippableFact]
    public async Task Keep_OfEveryMemberAndEveryNaughtyString_IsReadBackEqual()
    {
        RequireDatabase();
        var user = await Fixture.UserAsync(Role.Developer);
        var stored = await Service.CreateAsync(Host, Api("full"), default);
        var naughty = string.Concat(NaughtyStrings.Read()) + "\0";
        var state = State("full") with { BaseTag = stored.Tag, Base = stored.Definition, Definition = FullDefinition.Create() with { Description = naughty } };

        var id = await Unsaved.KeepAsync(user, state, null, default);

        var work = Assert.Single(await Unsaved.ListAsync(user, "full", default));
        Assert.Equal(new UnsavedWork(id, state.Place, stored.Tag, stored.Definition, state.Definition, Fixture.Clock.GetUtcNow()), work);
    }

    [SkippableFact]
    public async Task Keep_Again_ReplacesItsOwnRowAndTellsTheNewTime()
    {
        RequireDatabase();
        var user = await Fixture.UserAsync(Role.Developer);
        var state = State(null);
        var id = await Unsaved.KeepAsync(user, state, null, default);
        Fixture.Clock.Advance(TimeSpan.FromSeconds(3));

        var again = await Unsaved.KeepAsync(user, state with { Definition = Api("typed", "On") }, id, default);

        var work = Assert.Single(await Unsaved.ListAsync(user, null, default));
        Assert.Equal((id, id, "On", Fixture.Clock.GetUtcNow()), (again, work.Id, work.Definition.Name, work.ChangedAt));
    }

    [SkippableFact]
    public async Task Keep_AfterAnotherFormTookTheRow_WritesIntoOneOfItsOwn()
    {
        RequireDatabase();
        var user = await Fixture.UserAsync(Role.Developer);
        var (first, second) = (State(null), State(null));
        var id = await Unsaved.KeepAsync(user, first, null, default);
        Assert.True(await Unsaved.TakeAsync(user, id, second.Place, default));
        await Unsaved.KeepAsync(user, second with { Definition = Api("typed", "Second") }, id, default);

        var own = await Unsaved.KeepAsync(user, first with { Definition = Api("typed", "First") }, id, default);
        await Unsaved.ForgetAsync(user, id, first.Place.Holder, default);

        Assert.NotEqual(id, own);
        var works = await Unsaved.ListAsync(user, null, default);
        Assert.Equal(["First", "Second"], works.Select(work => work.Definition.Name).Order());
    }

    [SkippableFact]
    public async Task List_OfAnotherPersonOrAnotherApi_ShowsNothingAndTouchesNothing()
    {
        RequireDatabase();
        await Service.CreateAsync(Host, Api("a"), default);
        await Service.CreateAsync(Host, Api("b"), default);
        var (ana, ben) = (await Fixture.UserAsync(Role.Developer), await Fixture.UserAsync(Role.Developer));
        var state = State("a");
        var id = await Unsaved.KeepAsync(ana, state, null, default);

        Assert.Empty(await Unsaved.ListAsync(ben, "a", default));
        Assert.Empty(await Unsaved.ListAsync(ana, "b", default));
        Assert.Empty(await Unsaved.ListAsync(ana, null, default));
        Assert.Empty(await Unsaved.ListAsync(ana, "none\0", default));
        Assert.False(await Unsaved.TakeAsync(ben, id, state.Place, default));
        await Unsaved.ForgetAsync(ben, id, state.Place.Holder, default);
        Assert.Single(await Unsaved.ListAsync(ana, "a", default));
    }

    [SkippableFact]
    public async Task Keep_ForAnApiThatIsGone_SaysSo()
    {
        RequireDatabase();
        var user = await Fixture.UserAsync(Role.Developer);

        await Assert.ThrowsAsync<NotFoundException>(() => Unsaved.KeepAsync(user, State("gone"), null, default));
    }

    [SkippableFact]
    public async Task Rows_GoWithThePersonAndWhenNobodyCameBackFor30Days()
    {
        RequireDatabase();
        var (ana, ben) = (await Fixture.UserAsync(Role.Developer), await Fixture.UserAsync(Role.Developer));
        await Unsaved.KeepAsync(ana, State(null), null, default);
        await Unsaved.KeepAsync(ben, State(null), null, default);
        await using (var db = await Fixture.Database.Get<IDbContextFactory<AppDbContext>>().CreateDbContextAsync())
        {
            await db.Users.Where(user => user.Id == ben.UserId).ExecuteDeleteAsync();
            Assert.Equal(ana.UserId, (await db.Unsaved.SingleAsync()).UserId);
        }

        Fixture.Clock.Advance(UnsavedSweeper.Kept);
        Assert.Equal(0, await Fixture.Get<UnsavedSweeper>().SweepAsync(default));
        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await Fixture.Get<UnsavedSweeper>().SweepAsync(default));
    }

    private static FormState State(string? key) => new()
    {
        Place = new FormPlace(Guid.CreateVersion7(), "tab"), Key = key, Base = Api(key ?? "blank"), Definition = Api("typed", "Typed"),
    };
}

public sealed class SqliteUnsavedTests() : UnsavedContract(StorageProvider.Sqlite);

public sealed class PostgresUnsavedTests() : UnsavedContract(StorageProvider.PostgreSql);

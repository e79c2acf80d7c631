using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Tests.Definitions.Storing;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Personal;

/// <summary>Each person's own stars and last opened APIs, on every database.</summary>
public abstract class PersonalContract(StorageProvider provider) : DefinitionStoreFixture(provider)
{
    private IPersonalApis Personal => Fixture.Get<IPersonalApis>();

    [SkippableFact]
    public async Task Stars_OfTwoPeople_AreEachTheirOwn()
    {
        RequireDatabase();
        var (ana, sue) = (await Fixture.UserAsync(Role.Developer), await Fixture.UserAsync(Role.Supervisor));
        await CreateAsync("a", "b", "c");
        await Personal.SetFavouriteAsync(ana, "a", true, default);
        await Personal.SetFavouriteAsync(ana, "a", true, default);
        await Personal.SetFavouriteAsync(ana, "c", true, default);
        await Personal.SetFavouriteAsync(sue, "b", true, default);

        Assert.Equal(["a", "c"], (await FavouritesAsync(ana)).Items.Select(api => api.Key));
        Assert.Equal(2, (await FavouritesAsync(ana)).Total);
        Assert.Equal(["b"], (await FavouritesAsync(sue)).Items.Select(api => api.Key));
        Assert.Equal(["a"], await Personal.FavouritesAsync(ana, ["a", "b", "none"], default));
        Assert.Empty((await FavouritesAsync((await Fixture.KeyAsync(Scopes.ApisRead)).Actor)).Items);

        await Personal.SetFavouriteAsync(ana, "a", false, default);
        await Personal.SetFavouriteAsync(ana, "a", false, default);
        Assert.Equal(["c"], (await FavouritesAsync(ana)).Items.Select(api => api.Key));
    }

    [SkippableFact]
    public async Task Star_OfAnApiThatIsGone_SaysSo()
    {
        RequireDatabase();
        var ana = await Fixture.UserAsync(Role.Developer);

        await Assert.ThrowsAsync<NotFoundException>(() => Personal.SetFavouriteAsync(ana, "none", true, default));
        await Assert.ThrowsAsync<NotFoundException>(() => Personal.SetFavouriteAsync(ana, "a\0b", true, default));
    }

    [SkippableFact]
    public async Task Recent_AfterManyWereOpened_HasTheLatestTenOnceEach()
    {
        RequireDatabase();
        var ana = await Fixture.UserAsync(Role.Developer);
        string[] keys = [.. Enumerable.Range(10, 25).Select(number => $"k-{number}")];
        await CreateAsync(keys);
        foreach (var key in keys.Append("k-30").Append("k-30").Append("none"))
        {
            Fixture.Clock.Advance(TimeSpan.FromSeconds(1));
            await Personal.NoteOpenedAsync(ana, key, default);
        }

        var recent = await Personal.RecentAsync(ana, default);

        Assert.Equal(["k-30", "k-34", "k-33", "k-32", "k-31", "k-29", "k-28", "k-27", "k-26", "k-25"], recent.Select(api => api.Key));
        await using var db = await Fixture.Database.OpenAsync();
        Assert.Equal(PersonalApis.KeptRecent, await db.Opened.CountAsync());
        Assert.Empty(await Personal.RecentAsync(await Fixture.UserAsync(Role.Supervisor), default));
    }

    [SkippableFact]
    public async Task Rows_OfAPersonWhoIsGone_GoToo()
    {
        RequireDatabase();
        var ben = await Fixture.UserAsync(Role.Developer);
        await CreateAsync("a");
        await Personal.SetFavouriteAsync(ben, "a", true, default);
        await Personal.NoteOpenedAsync(ben, "a", default);

        await using var db = await Fixture.Database.OpenAsync();
        await db.Users.Where(user => user.Id == ben.UserId).ExecuteDeleteAsync();

        Assert.Equal((0, 0), (await db.Favourites.CountAsync(), await db.Opened.CountAsync()));
    }

    private Task<PagedList<ApiSummary>> FavouritesAsync(Actor actor) => Service.ListAsync(actor, new ApiListQuery { FavouritesOnly = true }, default);

    private async Task CreateAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await Service.CreateAsync(Host, Api(key), default);
        }
    }
}

public sealed class SqlitePersonalTests() : PersonalContract(StorageProvider.Sqlite);

public sealed class PostgresPersonalTests() : PersonalContract(StorageProvider.PostgreSql);

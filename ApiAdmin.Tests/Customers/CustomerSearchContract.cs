using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Seeding;
using ApiAdmin.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ApiAdmin.Tests.Customers;

/// <summary>What a search finds, in which order: the same on every database.</summary>
public abstract class CustomerSearchContract(StorageProvider provider) : CustomerContract(provider)
{
    private static readonly (string Nick, Customer Customer)[] People =
    [
        ("José Müller", new Customer { Nick = "José Müller", RealName = "Straße", Enterprise = "ACME 100%", Phones = ["+4915112345678"] }),
        ("王小明", new Customer { Nick = "王小明", Phones = ["13800138000"], Emails = ["ming.wang@example.com"], Accounts = [new(AccountKind.WhatsappId, "WA-778899")] }),
        ("أحمد", new Customer { Nick = "أحمد", RealName = "محمد علي" }),
        ("Наталья", new Customer { Nick = "Наталья Фёдорова", Enterprise = "ＡＣＭＥ" }),
        ("Li_Na", new Customer { Nick = "Li_Na" }),
    ];

    [SkippableTheory]
    [InlineData("jose", "José Müller")]
    [InlineData("MULLER", "José Müller")]
    [InlineData("strasse", "José Müller")]
    [InlineData("小明", "王小明")]
    [InlineData("احمد", "أحمد")]
    [InlineData("فعلي")]
    [InlineData("علي", "أحمد")]
    [InlineData("федоро", "Наталья Фёдорова")]
    [InlineData("acme", "Наталья Фёдорова", "José Müller")]
    [InlineData("138-0013", "王小明")]
    [InlineData("0151 1234", "José Müller")]
    [InlineData("345678", "José Müller")]
    [InlineData("778899", "王小明")]
    [InlineData("wang@exam", "王小明")]
    [InlineData("li_na", "Li_Na")]
    [InlineData("100%", "José Müller", "王小明", "أحمد", "Наталья Фёдорова", "Li_Na")]
    [InlineData("%%")]
    [InlineData("__")]
    [InlineData("x\"y OR z*")]
    [InlineData("a")]
    public async Task Search_Text_FindsThatByAnyWriting(string text, params string[] found)
    {
        foreach (var (_, customer) in People)
        {
            await CreateAsync(customer);
        }

        var page = await SearchAsync(Host, text);

        Assert.Equal(found.Order(StringComparer.Ordinal), page.Items.Select(item => item.Customer.Nick).Order(StringComparer.Ordinal));
        Assert.Equal((found.Length, true, null as string), (page.Total, page.IsRanked, page.Next));
    }

    [SkippableFact]
    public async Task Search_Ranks_EqualThenBeginningThenInsideTheLastUpdatedFirst()
    {
        foreach (var nick in new[] { "xx anna", "anna b", "anna", "susanna", "anna c" })
        {
            Access.Clock.Advance(TimeSpan.FromSeconds(1));
            await CreateAsync(new Customer { Nick = nick });
        }

        Assert.Equal(["anna", "anna c", "anna b", "susanna", "xx anna"], (await SearchAsync(Host, "Anna")).Items.Select(item => item.Customer.Nick));
    }

    [SkippableFact]
    public async Task Search_OfMoreThanFiveThousandHits_ShowsTheEqualOneFirstThenEveryOtherOnce()
    {
        const int Many = 5_200;
        await Access.Get<CustomerSeeder>().SeedAsync(Host, Many, 7, null, default);
        var tag = await Access.Get<TagService>().CreateAsync(Host, new CustomerTag { Group = "All", Name = "Everybody" }, default);
        var equal = await CreateAsync(new Customer { Nick = "Everybody", Vip = true });
        await TagAllAsync(tag.Label.Id);

        var pages = new List<CustomerPage> { await SearchAsync(Host, "everybody") };
        for (var page = 1; page < 4; page++)
        {
            pages.Add(await Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Text = "everybody", Cursor = pages[^1].Next }, default));
        }

        var ids = pages.SelectMany(page => page.Items).Select(item => item.Id).ToList();
        Assert.Equal((1_001, false), (pages[0].Total, pages[0].IsRanked));
        Assert.Equal(equal.Id, pages[0].Items[0].Id);
        Assert.Equal(4 * CustomerSearch.LargestPage, ids.Distinct().Count());
        Assert.Equal(ids.Skip(1).OrderDescending(), ids.Skip(1));

        var filtered = await Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Text = "everybody", Filter = new CustomerFilter { Blacklisted = true, Vip = true, Source = "none" } }, default);
        Assert.Equal((0, null as string), (filtered.Items.Count, filtered.Next));
    }

    [SkippableFact]
    public async Task Search_ByAnAgent_ReachesMaskedValuesFromFourCharactersOnAndShowsThose()
    {
        await CreateAsync(new Customer { Nick = "A", Phones = ["13800138000"], Emails = ["somebody@example.com"] });
        var agent = await Access.UserAsync(Role.Agent);

        Assert.Empty((await SearchAsync(agent, "380")).Items);
        Assert.Single((await SearchAsync(Host, "380")).Items);
        Assert.Equal("+861••00138000", Assert.Single((await SearchAsync(agent, "0013")).Items).Customer.Phones[0]);
        Assert.Equal("s•••body•••@example.com", Assert.Single((await SearchAsync(agent, "body")).Items).Customer.Emails[0]);
    }

    [SkippableFact]
    public async Task Search_AfterChangeDeleteRestoreAndErase_KnowsWhatIs()
    {
        var created = await CreateAsync(new Customer { Nick = "before" });
        var changed = await Customers.UpdateAsync(Host, created.Id, new Customer { Nick = "after" }, created.Tag, default);
        Assert.Empty((await SearchAsync(Host, "before")).Items);
        Assert.Single((await SearchAsync(Host, "after")).Items);

        await Access.Get<CustomerRemoval>().DeleteAsync(Host, created.Id, changed.Tag, default);
        Assert.Empty((await SearchAsync(Host, "after")).Items);
        await Access.Get<CustomerRemoval>().RestoreAsync(Host, created.Id, default);
        Assert.Single((await SearchAsync(Host, "after")).Items);

        Assert.Equal(1, await Access.Get<CustomerSearchService>().RebuildAsync(Host, null, default));
        Assert.Single((await SearchAsync(Host, "after")).Items);
        await Access.Get<CustomerRemoval>().EraseAsync(Host, created.Id, default);
        Assert.Empty((await SearchAsync(Host, "after")).Items);
    }

    [SkippableFact]
    public async Task Search_PageByPage_ShowsEachHitOnceAlsoWithoutAText()
    {
        for (var number = 0; number < 25; number++)
        {
            await CreateAsync(new Customer { Nick = $"Page {number}" });
        }

        foreach (var text in new[] { "page", null })
        {
            var seen = new List<long>();
            for (string? cursor = null; seen.Count == 0 || cursor is not null;)
            {
                var page = await Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Text = text, Cursor = cursor, PageSize = 10 }, default);
                seen.AddRange(page.Items.Select(item => item.Id));
                cursor = page.Next;
            }

            Assert.Equal(25, seen.Distinct().Count());
            Assert.Equal(25, seen.Count);
        }

        await Assert.ThrowsAsync<InvalidException>(() => Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Cursor = "x" }, default));
    }

    [SkippableFact]
    public async Task Search_WithFilters_NarrowsTextAndListAlike()
    {
        await Access.Get<TagService>().CreateAsync(Host, new CustomerTag { Id = "t_1", Group = "Kind", Name = "Loyal" }, default);
        await Access.Get<CustomerFieldService>().CreateAsync(Host, new CustomerField { Id = "cf_1", Title = "Size" }, default);
        var one = await CreateAsync(new Customer
        {
            Nick = "Bob one", Vip = true, Blacklisted = true, Owner = "ann", Source = "web", Tags = ["t_1"], Fields = CustomerListsContract.Values(("cf_1", ["Large"])),
        });
        await CreateAsync(new Customer { Nick = "Bob two" });
        CustomerFilter[] filters =
        [
            new() { Vip = true }, new() { Blacklisted = true }, new() { Owner = "ann" }, new() { Source = "web" }, new() { Tag = "t_1" }, new() { Field = "cf_1", FieldValue = "LARGE" },
        ];
        foreach (var filter in filters)
        {
            foreach (var text in new[] { "bob", null })
            {
                var page = await Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Text = text, Filter = filter }, default);
                Assert.Equal((one.Id, 1), (Assert.Single(page.Items).Id, page.Total));
            }
        }

        Assert.Equal(one.Id, Assert.Single((await SearchAsync(Host, "loyal")).Items).Id);
    }

    [SkippableFact]
    public async Task Search_ForThoseWhoAreNoVip_FindsAlsoThoseOfWhomNobodySaid()
    {
        await CreateAsync(new Customer { Nick = "Bob yes", Vip = true });
        await CreateAsync(new Customer { Nick = "Bob no", Vip = false });
        await CreateAsync(new Customer { Nick = "Bob unsaid" });
        foreach (var text in new[] { "bob", null })
        {
            var page = await Access.Get<CustomerSearchService>().SearchAsync(Host, new CustomerSearch { Text = text, Filter = new() { Vip = false } }, default);
            Assert.Equal(["Bob no", "Bob unsaid"], page.Items.Select(item => item.Customer.Nick).Order(StringComparer.Ordinal));
        }
    }

    [SkippableFact]
    public async Task Values_BeginningWithWhatWasTyped_AreThoseOfAllCustomersOnceInOrder()
    {
        foreach (var owner in new[] { "Ann", "Anton", "ann", "Bob", "Ann", "Ann", "安娜", "an%", null })
        {
            await CreateAsync(new Customer { Nick = "x", Owner = owner, Source = "web" });
        }

        Assert.Equal(["Ann", "Anton", "Bob", "an%", "ann", "安娜"], await ValuesAsync(SuggestedColumn.Owner, null));
        Assert.Equal(["Ann", "Anton", "an%", "ann"], await ValuesAsync(SuggestedColumn.Owner, "an"));
        Assert.Equal(["Ann", "ann"], await ValuesAsync(SuggestedColumn.Owner, "ANN"));
        Assert.Equal(["an%"], await ValuesAsync(SuggestedColumn.Owner, "an%"));
        Assert.Equal(["安娜"], await ValuesAsync(SuggestedColumn.Owner, "安"));
        Assert.Equal(["web"], await ValuesAsync(SuggestedColumn.Source, ""));
        Assert.Empty(await ValuesAsync(SuggestedColumn.Owner, "nn"));
        Assert.Empty(await ValuesAsync(SuggestedColumn.Owner, "a\0"));
        Assert.Empty(await ValuesAsync(SuggestedColumn.Owner, "\uD800"));
    }

    [SkippableFact]
    public async Task Values_OfMoreThanFifty_AreTheFirstFifty()
    {
        for (var number = 0; number < 60; number++)
        {
            await CreateAsync(new Customer { Nick = "x", Owner = $"agent {number:00}" });
        }

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"agent {number:00}"), await ValuesAsync(SuggestedColumn.Owner, "a"));
    }

    private async Task TagAllAsync(string tag)
    {
        await using var db = await Access.Get<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        db.CustomerTags.AddRange((await db.Customers.Select(row => row.Id).ToListAsync()).Select(id => new CustomerTagRow { TagId = tag, CustomerId = id }));
        await db.SaveChangesAsync();
    }

    private Task<IReadOnlyList<string>> ValuesAsync(SuggestedColumn column, string? typed) => Access.Get<CustomerSearchService>().ValuesAsync(Host, column, typed, default);

    private Task<CustomerPage> SearchAsync(Actor actor, string text) => Access.Get<CustomerSearchService>().SearchAsync(actor, new CustomerSearch { Text = text }, default);
}

public sealed class SqliteCustomerSearchTests() : CustomerSearchContract(StorageProvider.Sqlite)
{
    /// <summary>Whoever types on cancels the search before, which may be preparing its statement just then.</summary>
    [Fact]
    public async Task Search_CancelledWhileItsStatementIsPrepared_IsCancelledAndNoFailure()
    {
        await CreateAsync(new Customer { Nick = "Anna" });
        await using var db = await Access.Database.OpenAsync();
        await db.Database.OpenConnectionAsync();

        // After this the connection reads the schema anew, which is the first thing that preparing does.
        await db.Database.ExecuteSqlRawAsync("BEGIN; CREATE TABLE forgotten (id INTEGER); ROLLBACK;");
        using var stop = new CancellationTokenSource();
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle;
        raw.sqlite3_progress_handler(handle, 1, CancelAndGoOn, null);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SqliteSearchIndex().FindAsync(db, SearchWords.Of("anna"), masked: false, long.MaxValue, 10, stop.Token));
        raw.sqlite3_progress_handler(handle, 0, null, null);

        int CancelAndGoOn(object data)
        {
            stop.Cancel();
            return 0;
        }
    }
}

public sealed class PostgresCustomerSearchTests() : CustomerSearchContract(StorageProvider.PostgreSql);

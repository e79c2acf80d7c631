using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Seeding;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Customers;

/// <summary>What a large piece of work in bulk leaves behind on SQLite: a search index in one part, and a log that was written back.</summary>
public sealed class BulkEndTests
{
    private const int Many = 10_000;

    [Fact]
    public async Task Seed_OfManyCustomers_LeavesTheSearchIndexInOnePartAndFindsAsBefore()
    {
        await using var access = await CreateAsync();
        var search = access.Get<CustomerSearchService>();
        var seeder = access.Get<CustomerSeeder>();
        await seeder.SeedAsync(AccessFixture.Host, Many - 1, 7, null, default);
        var before = await search.SearchAsync(AccessFixture.Host, new CustomerSearch { Text = "ann" }, default);
        Assert.True(await PartsAsync(access) > 2);

        await seeder.SeedAsync(AccessFixture.Host, 1, 8, null, default);

        Assert.Equal(2, await PartsAsync(access));
        var after = await search.SearchAsync(AccessFixture.Host, new CustomerSearch { Text = "ann" }, default);
        Assert.NotEmpty(before.Items);
        Assert.Equal(before.Items.Select(item => item.Id), after.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task Seed_AtItsEnd_HasWrittenTheLogBackSoThatTheNextWriterBeginsItAnew()
    {
        await using var access = await CreateAsync();
        var log = new FileInfo(Path.Combine(access.Database.DataDirectory, "apiadmin.db-wal"));
        await access.Get<CustomerSeeder>().SeedAsync(AccessFixture.Host, Many / 2, 7, null, default);
        log.Refresh();
        var length = log.Length;

        await access.Get<CustomerService>().CreateAsync(AccessFixture.Host, new Customer { Nick = "Next" }, null, default);

        log.Refresh();
        Assert.Equal(length, log.Length);
    }

    private static Task<AccessFixture> CreateAsync() =>
        AccessFixture.CreateAsync(StorageProvider.Sqlite, (services, configuration) => services.AddCustomers(configuration));

    /// <summary>Of both indexes together.</summary>
    private static async Task<long> PartsAsync(AccessFixture access)
    {
        await using var db = await access.Database.OpenAsync();
        return await db.Database.SqlQueryRaw<long>(
            "SELECT (SELECT count(DISTINCT segid) FROM customer_search2_idx) + (SELECT count(DISTINCT segid) FROM customer_search3_idx) AS \"Value\"").SingleAsync();
    }
}

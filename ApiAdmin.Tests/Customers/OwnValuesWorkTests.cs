using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Seeding;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Customers;

/// <summary>What suggesting owners and channels costs: by the values there are, whatever the number of customers.</summary>
public sealed class OwnValuesWorkTests
{
    private const int Few = 1_000;
    private const int Many = 5_000;

    [Theory]
    [InlineData(SuggestedColumn.Owner, "")]
    [InlineData(SuggestedColumn.Owner, "a")]
    [InlineData(SuggestedColumn.Source, "")]
    public async Task Values_OfFiveTimesTheCustomers_CostTheSameSteps(SuggestedColumn column, string typed)
    {
        using var work = new SqliteWork();
        var few = await StepsAsync(work, Few, column, typed);
        var many = await StepsAsync(work, Many, column, typed);

        Assert.Equal(few, many);
    }

    [SkippableFact]
    public async Task Values_OnPostgres_AreReadFromTheIndexAlone()
    {
        Skip.If(TestStore.Server is null, $"{TestStore.ServerVariable} names no PostgreSQL server.");
        await using var access = await AccessFixture.CreateAsync(StorageProvider.PostgreSql, (services, configuration) => services.AddCustomers(configuration));
        await access.Get<CustomerSeeder>().SeedAsync(AccessFixture.Host, Many, 7, null, default);
        await using var db = await access.Database.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE customers");
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN " + OwnValues.Sql("owner").Replace("{0}", "'a'", StringComparison.Ordinal)
            .Replace("{1}", "'b'", StringComparison.Ordinal).Replace("{2}", "50", StringComparison.Ordinal);

        var plan = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(0));
        }

        var reads = plan.Where(line => line.Contains(" customers", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(reads);
        Assert.All(reads, line => Assert.Contains("Index Only Scan using ix_customers_owner_updated_at_id", line, StringComparison.Ordinal));
    }

    private static async Task<int> StepsAsync(SqliteWork work, int customers, SuggestedColumn column, string typed)
    {
        await using var access = await AccessFixture.CreateAsync(StorageProvider.Sqlite, (services, configuration) => services.AddCustomers(configuration));
        work.File = Path.Combine(access.Database.DataDirectory, "apiadmin.db");
        await access.Get<CustomerSeeder>().SeedAsync(AccessFixture.Host, customers, 7, null, default);
        var statements = await work.OfAsync(() => access.Get<CustomerSearchService>().ValuesAsync(AccessFixture.Host, column, typed, default));
        var own = statements.Where(statement => statement.Sql.Contains("known(v, n)", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(own);
        Assert.All(own, statement => Assert.Equal(0, statement.Sorts));
        return own.Sum(statement => statement.Steps);
    }
}

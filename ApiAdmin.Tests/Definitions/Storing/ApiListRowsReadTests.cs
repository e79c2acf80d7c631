using System.Globalization;
using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>The first 20 pages of the list cost the same however many APIs there are: every sort is served by its index.</summary>
public sealed class ApiListRowsReadTests
{
    private const int PageSize = 50;
    private const int LastPage = 20;

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Page20_TenAndHundredThousandApis_ReadsTheSameRows(StorageProvider provider)
    {
        await using var fixture = await AccessFixture.CreateAsync(provider, (services, configuration) => services.AddDefinitions(configuration));
        await ApiListSeed.AddAsync(fixture, provider, 1, 10_000);
        var small = await CostsAsync(fixture, provider);
        await ApiListSeed.AddAsync(fixture, provider, 10_001, 100_000);
        var large = await CostsAsync(fixture, provider);

        Assert.Equal(small, large);
        var page = await fixture.Get<IDefinitionService>().ListAsync(AccessFixture.Host, new ApiListQuery { Page = LastPage }, default);
        Assert.Equal((PageSize, PagedList<ApiSummary>.CountedTo), (page.Items.Count, page.Total));
    }

    /// <summary>Of a category the rows in it are read and no others, whatever they are sorted by.</summary>
    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Category_OfFiftyInTenThousand_IsFoundByItsIndex(StorageProvider provider)
    {
        await using var fixture = await AccessFixture.CreateAsync(provider, (services, configuration) => services.AddDefinitions(configuration));
        await ApiListSeed.AddAsync(fixture, provider, 1, 10_000);
        await using var db = await fixture.Database.OpenAsync();
        await db.Apis.Where(row => row.Key.StartsWith("k-77")).ExecuteUpdateAsync(set => set.SetProperty(row => row.CategoryPath, "Rare/EU/"));
        if (provider == StorageProvider.PostgreSql)
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE apis");
        }

        foreach (var sort in Enum.GetValues<ApiSort>())
        {
            var query = ApiList.Page(db, new ApiListQuery { Category = "Rare", Sort = sort, PageSize = PageSize });
            var plan = string.Join('\n', await RunAsync(db, provider == StorageProvider.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ", query, provider == StorageProvider.Sqlite ? 3 : 0));

            Assert.Contains("ix_apis_category_path", plan, StringComparison.Ordinal);
        }
    }

    /// <summary>Per sort: on SQLite the plan (an index, and no sorting), on PostgreSQL the rows its index scan really read.</summary>
    private static async Task<List<string>> CostsAsync(AccessFixture fixture, StorageProvider provider)
    {
        await using var db = await fixture.Database.OpenAsync();
        var costs = new List<string>();
        foreach (var sort in Enum.GetValues<ApiSort>())
        {
            foreach (var descending in new[] { false, true })
            {
                var query = ApiList.Page(db, new ApiListQuery { Sort = sort, Descending = descending, Page = LastPage, PageSize = PageSize });
                var cost = provider == StorageProvider.Sqlite ? await SqlitePlanAsync(db, query) : await PostgresRowsAsync(db, query);
                costs.Add($"{sort} {descending}: {cost}");
            }
        }

        return costs;
    }

    private static async Task<string> SqlitePlanAsync(AppDbContext db, IQueryable<ApiRow> query)
    {
        var plan = string.Join(" | ", await RunAsync(db, "EXPLAIN QUERY PLAN ", query, column: 3));
        Assert.Contains("USING INDEX", plan);
        Assert.DoesNotContain("TEMP B-TREE", plan);
        return plan;
    }

    private static async Task<string> PostgresRowsAsync(AppDbContext db, IQueryable<ApiRow> query)
    {
        var json = string.Concat(await RunAsync(db, "EXPLAIN (ANALYZE, FORMAT JSON) ", query, column: 0));
        using var plan = JsonDocument.Parse(json);
        var node = plan.RootElement[0].GetProperty("Plan");
        while (node.TryGetProperty("Plans", out var inner))
        {
            node = inner[0];
        }

        Assert.Contains("Index", node.GetProperty("Node Type").GetString());
        return ((int)node.GetProperty("Actual Rows").GetDouble()).ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<List<string>> RunAsync(AppDbContext db, string prefix, IQueryable<ApiRow> query, int column)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = prefix + command.CommandText;
        if (command.Connection!.State != System.Data.ConnectionState.Open)
        {
            await command.Connection.OpenAsync();
        }

        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetValue(column).ToString()!);
        }

        return lines;
    }
}

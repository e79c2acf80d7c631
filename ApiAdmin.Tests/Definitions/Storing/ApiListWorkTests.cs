using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Tests.Support;
using Xunit.Abstractions;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>
/// What SQLite really does for the list, statement by statement as the service sends it: the first 20 pages cost the same
/// at 1,000 APIs and at 100,000. What may grow: the count, to 1,001 rows and no further; a search with few hits, which
/// walks the list's narrow table once.
/// </summary>
public sealed class ApiListWorkTests(ITestOutputHelper output)
{
    private const int Small = 1_000;
    private const int Large = 100_000;
    private const int PageSize = 50;

    [Fact]
    public async Task First20Pages_ThousandAndHundredThousandApis_CostTheSameSteps()
    {
        using var work = new SqliteWork();
        await using var fixture = await AccessFixture.CreateAsync(StorageProvider.Sqlite, (services, configuration) => services.AddDefinitions(configuration));
        work.File = Path.Combine(fixture.Database.DataDirectory, "apiadmin.db");
        await ApiListSeed.AddAsync(fixture, StorageProvider.Sqlite, 1, Small);
        var small = await CostsAsync(fixture, work);
        var rareSmall = await CostAsync(fixture, work, new ApiListQuery { Search = "no such text", PageSize = PageSize });
        await ApiListSeed.AddAsync(fixture, StorageProvider.Sqlite, Small + 1, Large);
        var large = await CostsAsync(fixture, work);
        var rareLarge = await CostAsync(fixture, work, new ApiListQuery { Search = "no such text", PageSize = PageSize });

        foreach (var (query, few) in small)
        {
            var many = large[query];
            output.WriteLine($"{query}: page {few.Page.Steps} -> {many.Page.Steps} steps, count {few.Count.Steps} -> {many.Count.Steps}");
            Assert.Equal(few.Page.Rows, many.Page.Rows);
            Assert.True(many.Page.Steps <= few.Page.Steps * 1.02, $"{query}: the page took {few.Page.Steps} steps at {Small}, {many.Page.Steps} at {Large}.");
            Assert.True(many.Count.Steps <= (few.Count.Steps * 1.02) + 50, $"{query}: the count took {few.Count.Steps} steps at {Small}, {many.Count.Steps} at {Large}.");
            Assert.Equal((0, 0), (many.Page.Sorts, many.Count.Sorts));
        }

        output.WriteLine($"search without a hit: {rareSmall.Page.Steps} -> {rareLarge.Page.Steps} steps");
        Assert.True(rareLarge.Page.Steps <= rareSmall.Page.Steps * 1.05 * (Large / Small), "A search without a hit costs more than one walk over the table.");
    }

    private static async Task<Dictionary<string, (StatementWork Page, StatementWork Count)>> CostsAsync(AccessFixture fixture, SqliteWork work)
    {
        var costs = new Dictionary<string, (StatementWork Page, StatementWork Count)>();
        foreach (var sort in Enum.GetValues<ApiSort>())
        {
            foreach (var (descending, search) in new[] { (false, null), (true, null), (false, "x") })
            {
                for (var page = 1; page <= 20; page++)
                {
                    var query = new ApiListQuery { Sort = sort, Descending = descending, Search = search, Page = page, PageSize = PageSize };
                    costs[$"{sort}{(descending ? " descending" : "")}{(search is null ? "" : " search")} page {page}"] = await CostAsync(fixture, work, query);
                }
            }
        }

        return costs;
    }

    private static async Task<(StatementWork Page, StatementWork Count)> CostAsync(AccessFixture fixture, SqliteWork work, ApiListQuery query)
    {
        var statements = await work.OfAsync(() => fixture.Get<IDefinitionService>().ListAsync(AccessFixture.Host, query, default));
        var ours = statements.Where(statement => statement.Sql.Contains("apis", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, ours.Count);
        return (ours[0], ours[1]);
    }
}

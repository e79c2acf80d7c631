using System.Text.Json;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace ApiAdmin.Tests.Invocation.History;

/// <summary>A page costs the same at 1,000 runs and at 100,000, however deep: on SQLite in steps, on PostgreSQL in rows read.</summary>
public sealed class HistoryWorkTests(ITestOutputHelper output)
{
    private const int Small = 1_000;
    private const int Large = 100_000;

    private static readonly Dictionary<string, HistoryQuery> Queries = new()
    {
        ["all"] = new HistoryQuery(),
        ["api"] = new HistoryQuery { Api = "api-3" },
        ["outcome"] = new HistoryQuery { Outcome = Outcome.Timeout },
        ["who"] = new HistoryQuery { Who = "user:2" },
        ["of the system"] = new HistoryQuery { Sampled = false },
        ["of samples"] = new HistoryQuery { Sampled = true },
        ["days"] = new HistoryQuery { From = new DateOnly(2026, 1, 1), To = new DateOnly(2026, 1, 2) },
        ["text often"] = new HistoryQuery { Text = "orders" },
    };

    [Fact]
    public async Task Pages_ThousandAndHundredThousandRuns_CostTheSameSteps()
    {
        using var work = new SqliteWork();
        await using var fixture = await HistoryRun.FixtureAsync(StorageProvider.Sqlite);
        work.File = Path.Combine(fixture.Database.DataDirectory, "apiadmin.db");
        await HistorySeed.AddAsync(fixture, StorageProvider.Sqlite, 1, Small);
        var (small, rareSmall) = (await StepsAsync(fixture, work), await OneAsync(fixture, work, new HistoryQuery { Text = "no such text" }));
        await HistorySeed.AddAsync(fixture, StorageProvider.Sqlite, Small + 1, Large);
        var (large, rareLarge) = (await StepsAsync(fixture, work), await OneAsync(fixture, work, new HistoryQuery { Text = "no such text" }));

        foreach (var (query, few) in small)
        {
            output.WriteLine($"{query}: {few.Steps} -> {large[query].Steps} steps");
            Assert.Equal(HistoryQuery.PageSize + 1, large[query].Rows);
            Assert.True(large[query].Steps <= few.Steps * 1.05, $"{query}: {few.Steps} steps at {Small} runs, {large[query].Steps} at {Large}.");
            Assert.Equal(0, large[query].Sorts);
        }

        output.WriteLine($"text without a hit: {rareSmall.Steps} -> {rareLarge.Steps} steps");
        Assert.True(rareLarge.Steps <= rareSmall.Steps * 1.05 * (Large / Small), "A search without a hit costs more than one walk over the narrow table.");
    }

    [Fact]
    public async Task Choices_HundredThousandRuns_CostOneLookForEach()
    {
        using var work = new SqliteWork();
        await using var fixture = await HistoryRun.FixtureAsync(StorageProvider.Sqlite);
        work.File = Path.Combine(fixture.Database.DataDirectory, "apiadmin.db");
        await HistorySeed.AddAsync(fixture, StorageProvider.Sqlite, 1, Large);

        var statements = await work.OfAsync(() => fixture.Get<IHistoryService>().ChoicesAsync(AccessFixture.Host, default));

        Assert.Equal([7, 5], statements.Select(statement => statement.Rows));
        Assert.All(statements, statement => Assert.True(statement.Steps < 1_000, $"{statement.Steps} steps"));
    }

    [SkippableFact]
    public async Task Pages_HundredThousandRunsOnPostgres_ReadFewRows()
    {
        await using var fixture = await HistoryRun.FixtureAsync(StorageProvider.PostgreSql);
        await HistorySeed.AddAsync(fixture, StorageProvider.PostgreSql, 1, Large);
        await using var db = await fixture.Database.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE invocations");
        var middle = new HistoryCursor(new DateTimeOffset(2026, 1, 1, 14, 0, 0, TimeSpan.Zero), "run-x").ToString();
        foreach (var (name, query) in Queries)
        {
            foreach (var after in new[] { null, middle })
            {
                var read = await RowsReadAsync(HistoryList.Page(db, query with { After = after }));
                output.WriteLine($"{name} {(after is null ? "first" : "middle")}: {read} rows");

                // Where a filter lets one row in few through, the planner may walk by time and leave the others out.
                Assert.True(read <= HistoryQuery.PageSize * 10, $"{name}: {read} rows were read.");
            }
        }
    }

    private static async Task<int> RowsReadAsync(IQueryable<InvocationRow> query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN (ANALYZE, FORMAT JSON) " + command.CommandText;
        if (command.Connection!.State != System.Data.ConnectionState.Open)
        {
            await command.Connection.OpenAsync();
        }

        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        var node = plan.RootElement[0].GetProperty("Plan");
        while (node.TryGetProperty("Plans", out var inner))
        {
            node = inner[0];
        }

        var left = node.TryGetProperty("Rows Removed by Filter", out var removed) ? removed.GetDouble() : 0;
        return (int)(node.GetProperty("Actual Rows").GetDouble() + left);
    }

    /// <summary>The first pages of every filter, each from where the one before ended.</summary>
    private static async Task<Dictionary<string, StatementWork>> StepsAsync(AccessFixture fixture, SqliteWork work)
    {
        var costs = new Dictionary<string, StatementWork>();
        foreach (var (name, query) in Queries)
        {
            string? after = null;
            for (var page = 1; page <= 2; page++)
            {
                costs[$"{name} page {page}"] = await OneAsync(fixture, work, query with { After = after });
                after = (await fixture.Get<IHistoryService>().ListAsync(AccessFixture.Host, query with { After = after }, default)).Next;
            }
        }

        return costs;
    }

    private static async Task<StatementWork> OneAsync(AccessFixture fixture, SqliteWork work, HistoryQuery query) =>
        Assert.Single(await work.OfAsync(() => fixture.Get<IHistoryService>().ListAsync(AccessFixture.Host, query, default)));
}

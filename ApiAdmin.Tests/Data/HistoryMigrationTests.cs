using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using System.Text.Json;

namespace ApiAdmin.Tests.Data;

/// <summary>Runs kept before the history had a table of its own for reports are there afterwards, and found.</summary>
public sealed class HistoryMigrationTests
{
    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.PostgreSql)]
    public async Task Migrate_RunsOfTheFirstSchema_AreListedFoundAndOpened(StorageProvider provider)
    {
        await using var store = await TestStore.CreateAsync(provider, createSql: "");
        await using var services = TestDatabase.Build(store, (more, configuration) =>
        {
            more.AddAccess(configuration);
            more.AddDefinitions(configuration);
            more.AddInvocation(configuration);
        });
        await using (var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync())
        {
            await db.GetService<IMigrator>().MigrateAsync("Initial");
            foreach (var (id, message) in new[] { ("plain", "Order Found"), ("odd", "nul \0 here") })
            {
                var json = JsonSerializer.Serialize(Reports.Success with { InvocationId = id, Message = message }, DefinitionJson.Options);
                object at = provider == StorageProvider.Sqlite ? PageContext.Now.ToUnixTimeMilliseconds() * 1_000 : PageContext.Now;
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO invocations (id, api, actor_id, actor_name, outcome, started_at, duration_ms, report_json)
                    VALUES ({id}, 'order-status', 'host', 'test', 'Success', {at}, 1.5, {json})
                    """);
            }
        }

        await services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        var history = services.GetRequiredService<IHistoryService>();

        var item = Assert.Single((await history.ListAsync(AccessFixture.Host, new HistoryQuery { Text = "order found" }, default)).Items);
        Assert.Equal(("plain", "GET", Reports.Success.Request!.Url), (item.Id, item.Method, item.Url));
        Assert.Equal(2, (await history.ListAsync(AccessFixture.Host, new HistoryQuery(), default)).Items.Count);
        var odd = await history.GetAsync(AccessFixture.Host, "odd", default);
        Assert.Equal("nul \0 here", odd.Report.Message);
        Assert.Null(odd.Inputs);
    }
}

using ApiAdmin.Core.Data;
using ApiAdmin.Core.Data.Sqlite;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Data;

/// <summary>Who saves does not write SQLite's log back; it is written back all the same.</summary>
public sealed class SqliteLogKeeperTests
{
    private const int LongLog = 1_500;

    [Fact]
    public async Task Keeper_AfterItsInterval_BringsWhatWasSavedIntoTheFileItself()
    {
        var clock = new FakeTimeProvider();
        await using var database = await TestDatabase.CreateAsync(StorageProvider.Sqlite, (services, _) => services.AddSingleton<TimeProvider>(clock));
        var file = Path.Combine(database.DataDirectory, "apiadmin.db");
        await using var db = await database.OpenAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE filler (page BLOB)");
        for (var page = 0; page < LongLog; page++)
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO filler VALUES (zeroblob(4000))");
        }

        var before = new FileInfo(file).Length;
        var keeper = Assert.Single(database.Services.GetServices<IHostedService>());
        await keeper.StartAsync(default);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (new FileInfo(file).Length == before)
        {
            // It may not wait for the clock yet.
            clock.Advance(SqliteLogKeeper.Interval);
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await keeper.StopAsync(default);

        Assert.InRange(before, 0, LongLog * 4_000);
        Assert.True(await SqliteLog.WriteBackAsync(db, default));
        Assert.InRange(new FileInfo(file).Length, LongLog * 4_000, long.MaxValue);
    }

    [Fact]
    public async Task WriteBack_WhileSomebodyStillReadsWhatStoodBefore_SaysThatItWasNotAll()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var db = await database.OpenAsync();
        await using var reading = await database.OpenAsync();
        await reading.Database.OpenConnectionAsync();
        await reading.Database.ExecuteSqlRawAsync("BEGIN");
        await reading.Users.CountAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE later (x)");
        Assert.False(await SqliteLog.WriteBackAsync(db, default));

        await reading.Database.ExecuteSqlRawAsync("ROLLBACK");
        Assert.True(await SqliteLog.WriteBackAsync(db, default));
    }

    [SkippableFact]
    public async Task Store_OnPostgres_HasNoSuchLog()
    {
        await using var database = await TestDatabase.CreateAsync(StorageProvider.PostgreSql);

        Assert.Empty(database.Services.GetServices<IHostedService>());
    }
}

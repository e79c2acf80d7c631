using System.Diagnostics;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace ApiAdmin.Tests.Data;

/// <summary>
/// A start killed for certain inside its migration: a trigger on the table that a migration writes last holds it there,
/// after its tables are made and before anything is committed. The next start goes on within 30 s.
/// </summary>
public sealed class KilledMigrationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Start_AfterAKillInsideTheMigrationOnSqlite_GoesOn()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        // WAL, so that looking in from outside holds nothing up.
        await PrepareAsync(store, """
            PRAGMA journal_mode=WAL;
            CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
            CREATE TRIGGER hold BEFORE INSERT ON "__EFMigrationsHistory" BEGIN SELECT count(*) FROM endless; END;
            """);
        using (var child = ChildProcess.Run(store, ChildProgram.Start))
        {
            Assert.Equal("starting", await child.ReadLineAsync());
            await UntilAsync(() => IsInsideAsync(store));
            await child.KillAsync();
        }

        await ExecuteAsync(store, """DROP TRIGGER hold; DROP VIEW endless;""");
        await AssertStartsAsync(store);
    }

    [SkippableFact]
    public async Task Start_AfterAKillInsideTheMigrationOnPostgres_GoesOn()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.PostgreSql, "ENCODING 'UTF8' TEMPLATE template0");
        await PrepareAsync(store, """
            CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN NEW; END';
            CREATE TRIGGER hold BEFORE INSERT ON "__EFMigrationsHistory" FOR EACH ROW EXECUTE FUNCTION hold();
            """);
        await using var holder = new NpgsqlConnection(store.ConnectionString + ";Pooling=false");
        await holder.OpenAsync();
        await ScalarAsync(holder, "SELECT pg_advisory_lock(4711)");
        using (var child = ChildProcess.Run(store, ChildProgram.Start))
        {
            Assert.Equal("starting", await child.ReadLineAsync());
            await UntilAsync(async () => (long)(await ScalarAsync(
                holder, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711 AND NOT granted"))! == 1);
            await child.KillAsync();
        }

        await ScalarAsync(holder, "SELECT pg_advisory_unlock(4711)");
        await AssertStartsAsync(store);
    }

    /// <summary>The history table as EF makes it, with the obstacle on it.</summary>
    private static async Task PrepareAsync(TestStore store, string obstacle)
    {
        await using var services = TestDatabase.Build(store);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(db.GetService<IHistoryRepository>().GetCreateScript());
        await db.Database.ExecuteSqlRawAsync(obstacle);
    }

    /// <summary>The migration has its lock and holds the one writer's place, for longer than any of its own statements takes.</summary>
    private static async Task<bool> IsInsideAsync(TestStore store)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(store.DataDirectory, "apiadmin.db")};Pooling=False;Default Timeout=2");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'";
        if ((long)(await command.ExecuteScalarAsync())! == 0)
        {
            return false;
        }

        try
        {
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            command.CommandText = "ROLLBACK";
            await command.ExecuteNonQueryAsync();
            return false;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 5)
        {
            // Two seconds and more: no statement of a migration takes that long but the one that is held.
            return true;
        }
    }

    private static async Task ExecuteAsync(TestStore store, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(store.DataDirectory, "apiadmin.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static async Task AssertStartsAsync(TestStore store)
    {
        await using var services = TestDatabase.Build(
            store, (collection, configuration) => AccessFixture.Configure(collection, configuration, TimeProvider.System));
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"The start took {watch.Elapsed}.");
        Assert.Empty(await services.GetRequiredService<ISecretService>().ListAsync(AccessFixture.Host, default));
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var watch = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(watch.Elapsed < Patience, "The start never came to its migration.");
            await Task.Yield();
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}

using System.Diagnostics;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Data;

public sealed class SqliteStartTests() : StartContract(StorageProvider.Sqlite)
{
    [Fact]
    public async Task Connection_FromThePool_HasEveryPragma()
    {
        await using var database = await TestDatabase.CreateAsync();
        for (var i = 0; i < 2; i++)
        {
            await using var db = await database.OpenAsync();
            Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
            Assert.Equal(1L, await PragmaAsync(db, "foreign_keys"));
            Assert.Equal(2L, await PragmaAsync(db, "synchronous"));
            Assert.Equal(65_536L, await PragmaAsync(db, "wal_autocheckpoint"));
            Assert.Equal(5, db.Database.GetCommandTimeout());
            Assert.Contains($"Data Source={database.DataDirectory}", db.Database.GetConnectionString());
            await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0; PRAGMA foreign_keys=OFF;");
        }
    }

    [Fact]
    public async Task Initialize_StaleMigrationLockRow_StartsWithinSeconds()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await ExecuteAsync(store, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """);

        var watch = Stopwatch.StartNew();
        await StartAsync(store);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(8), $"The start took {watch.Elapsed}.");
    }

    [Fact]
    public async Task Initialize_PendingMigrationOnAnExistingDatabase_CopiesItFirst()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await ExecuteAsync(store, """
            CREATE TABLE "__EFMigrationsHistory" (migration_id TEXT NOT NULL PRIMARY KEY, product_version TEXT NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('20200101000000_Older', '10.0.0');
            CREATE TABLE kept (x);
            INSERT INTO kept VALUES (42);
            """);

        // The unknown migration stops the start, but only after the copy was made.
        await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(store));

        var copy = Assert.Single(Directory.GetFiles(Path.Combine(store.DataDirectory, "backups")));
        PrivateFile.AssertPrivate(copy);
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={copy}");
        await db.OpenAsync();
        await using var command = db.CreateCommand();
        command.CommandText = "SELECT x FROM kept";
        Assert.Equal(42L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Initialize_DatabaseOfANewerVersion_IsRefusedWithASentence()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await StartAsync(store);
        await ExecuteAsync(store, "INSERT INTO \"__EFMigrationsHistory\" VALUES ('29990101000000_Later', '99.0.0');");

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(store));

        Assert.Contains("newer version", refusal.Message);
    }

    [Fact]
    public async Task Initialize_FileThatIsNoDatabase_IsRefusedWithASentence()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await File.WriteAllTextAsync(Path.Combine(store.DataDirectory, "apiadmin.db"), new string('x', 5000));

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(store));

        Assert.Contains("no SQLite database", refusal.Message);
    }

    [Fact]
    public async Task DatabaseFile_AfterTheFirstStart_IsReadableByItsOwnerOnly()
    {
        await using var database = await TestDatabase.CreateAsync();

        PrivateFile.AssertPrivate(Path.Combine(database.DataDirectory, "apiadmin.db"));
    }

    [Fact]
    public async Task BeginWrite_WhileAnotherProcessWrites_IsToldBusyAndReadersGoOn()
    {
        await using var database = await TestDatabase.CreateAsync();
        await using var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(database.DataDirectory, "apiadmin.db")};Pooling=false");
        await other.OpenAsync();
        await using var held = other.BeginTransaction();
        await using var db = await database.OpenAsync();

        var write = Task.Run(() => db.BeginWriteAsync(default));
        await using var reader = await database.OpenAsync();
        Assert.Equal(0, await reader.Apis.CountAsync());

        Assert.False(write.IsCompleted);
        await Assert.ThrowsAsync<ApiAdmin.Core.BusyException>(() => write);
    }

    private static async Task<object?> PragmaAsync(AppDbContext db, string name)
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"PRAGMA {name}";
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(TestStore store, string sql)
    {
        await using var services = TestDatabase.Build(store);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }
}

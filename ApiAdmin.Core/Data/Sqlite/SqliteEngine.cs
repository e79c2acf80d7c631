using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>Starting on a SQLite file: an OS lock beside it, a copy before migrating, WAL switched on.</summary>
internal sealed class SqliteEngine(StorageOptions options, TimeProvider clock, ILogger<SqliteEngine> log) : IDatabaseEngine
{
    public async Task<IAsyncDisposable> LockStartAsync(CancellationToken cancellationToken) =>
        await FileLock.AcquireAsync(Path.Combine(options.DataDirectory, "start.lock"), clock, cancellationToken);

    public async Task PrepareAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (!File.Exists(options.DatabaseFile))
        {
            // Made here so that its mode is ours from the first byte on; SQLite opens an empty file as a new database.
            PrivateFiles.CreateNew(options.DatabaseFile, []);
        }

        await RefuseForeignFileAsync(db, cancellationToken);
        await RecoverMigrationLockAsync(db, cancellationToken);
        await BackUpAsync(db, cancellationToken);
    }

    /// <summary>A restored copy comes in DELETE mode (VACUUM INTO writes it so): WAL is set at every start.</summary>
    public async Task FinishAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL;", cancellationToken);

    private async Task RefuseForeignFileAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Database.SqlQuery<long>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master").SingleAsync(cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new StartRefusedException(
                $"The file {options.DatabaseFile} is no SQLite database, or is damaged ({e.Message}). Restore a backup, or move it away to start afresh.");
        }
    }

    /// <summary>
    /// EF 9 and later keep a lock row while migrating and wait for it for ever. While this start holds the OS lock nobody
    /// else can be migrating, so a row that is there was left by a killed start.
    /// </summary>
    private async Task RecoverMigrationLockAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var exists = await db.Database
            .SqlQuery<long>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (exists > 0 && await db.Database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\";", cancellationToken) > 0)
        {
            DataLog.StaleMigrationLock(log);
        }
    }

    private async Task BackUpAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault();
        if (applied is null || !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        var folder = Path.Combine(options.DataDirectory, "backups");
        PrivateFiles.CreateDirectory(folder);
        var stamp = clock.GetUtcNow().ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture);
        var file = Path.Combine(folder, $"before-migration-{stamp}.db");
        PrivateFiles.CreateNew(file, []);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {file}", cancellationToken);
        DataLog.BackedUp(log, file);
    }
}

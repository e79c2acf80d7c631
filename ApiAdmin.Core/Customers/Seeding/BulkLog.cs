using ApiAdmin.Core.Data;
using ApiAdmin.Core.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>
/// SQLite's write-ahead log during work in bulk: taken to disk beside the work, and written back between two batches, when nobody waits for
/// the writers' place. Writing it back beside the work was measured and left: see decision 0116.
/// </summary>
internal sealed class BulkLog
{
    /// <summary>That a customer changes, most of them in the index of values.</summary>
    public const int PagesOfRow = 5;

    /// <summary>In rows.</summary>
    private const int BetweenWritings = 2_000;

    private int unwritten;
    private Task flushing = Task.CompletedTask;

    /// <param name="rows">Written since.</param>
    public void Add(int rows) => Interlocked.Add(ref unwritten, rows);

    /// <summary>Between two batches, when the writers' place is free.</summary>
    public async Task RestAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref unwritten) >= BetweenWritings)
        {
            await EndAsync(db, cancellationToken);
            return;
        }

        if (flushing.IsCompleted)
        {
            // The flush may outlive the context.
            var file = ((SqliteConnection)db.Database.GetDbConnection()).DataSource + "-wal";
            flushing = Task.Run(() => Flush(file), CancellationToken.None);
        }

        await Task.Delay(SqliteBusy.Gap, TimeProvider.System, cancellationToken);
    }

    /// <summary>Writes back all there is.</summary>
    public Task EndAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        Volatile.Write(ref unwritten, 0);
        return Task.Run(() => SqliteLog.WriteBackAsync(db, cancellationToken), cancellationToken);
    }

    /// <summary>Somebody else's commit takes to disk whatever of the log is not there yet, so that is kept little.</summary>
    private static void Flush(string log)
    {
        try
        {
            using var handle = File.OpenHandle(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }
        catch (IOException)
        {
            // Whoever commits next finds out, and can tell.
        }
    }
}

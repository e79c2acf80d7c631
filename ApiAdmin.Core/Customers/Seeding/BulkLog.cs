using ApiAdmin.Core.Data;
using ApiAdmin.Core.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>
/// SQLite's write-ahead log during work in bulk. It is taken to disk and written back by a thread beside the work, because most of that is
/// waiting for the disk. Such a writing back never comes to the end of a log that grows meanwhile, and only a log that is written back whole
/// begins anew; so now and then the work stops for what is left, which bounds the file to some 20 KB a row.
/// </summary>
internal sealed class BulkLog
{
    /// <summary>That a customer changes, most of them in the index of values.</summary>
    public const int PagesOfRow = 5;

    /// <summary>In rows. A longer log makes a bulk faster, and others, who write it back when they meet it that long, slower.</summary>
    private const int BetweenParts = 1_000;
    private const int BetweenEnds = 4_000;

    private int sincePart;
    private int sinceEnd;
    private Task flushing = Task.CompletedTask;
    private Task writing = Task.CompletedTask;

    /// <param name="rows">Written since.</param>
    public void Add(int rows)
    {
        Interlocked.Add(ref sincePart, rows);
        Interlocked.Add(ref sinceEnd, rows);
    }

    /// <summary>Between two batches, when the writers' place is free.</summary>
    public async Task RestAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref sinceEnd) >= BetweenEnds)
        {
            await EndAsync(db, cancellationToken);
            return;
        }

        // Both may outlive the context.
        var file = ((SqliteConnection)db.Database.GetDbConnection()).DataSource;
        if (flushing.IsCompleted)
        {
            flushing = Task.Run(() => Flush(file + "-wal"), CancellationToken.None);
        }

        if (writing.IsCompleted && Volatile.Read(ref sincePart) >= BetweenParts)
        {
            Volatile.Write(ref sincePart, 0);
            writing = Task.Run(() => WriteBack(file), CancellationToken.None);
        }

        await Task.Delay(SqliteBusy.Gap, TimeProvider.System, cancellationToken);
    }

    /// <summary>Writes back all there is.</summary>
    public async Task EndAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        Volatile.Write(ref sincePart, 0);
        Volatile.Write(ref sinceEnd, 0);
        await writing;
        await Task.Run(() => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(PASSIVE)", cancellationToken), cancellationToken);
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

    private static void WriteBack(string file)
    {
        try
        {
            using var connection = new SqliteConnection(SqliteSetup.ConnectionString(file) + ";Pooling=False");
            connection.Open();
            using var checkpoint = connection.CreateCommand();
            checkpoint.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
            checkpoint.ExecuteNonQuery();
        }
        catch (SqliteException)
        {
            // What it could not write back is left for the end, which can tell.
        }
    }
}

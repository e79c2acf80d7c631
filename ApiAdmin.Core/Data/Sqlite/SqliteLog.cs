using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>SQLite's write-ahead log, into which every change goes before it is written back to the file.</summary>
internal static class SqliteLog
{
    /// <summary>
    /// What is saved meanwhile makes the log longer, and only one that is written back whole begins anew; the second time there is little left.
    /// </summary>
    private const int Tries = 3;

    /// <summary>Writes back what is in the log, beside those who read and save.</summary>
    /// <returns>Whether that was all of it: not while somebody still reads what stood there before, or writes it back himself.</returns>
    public static async Task<bool> WriteBackAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var checkpoint = db.Database.GetDbConnection().CreateCommand();
        checkpoint.CommandText = "PRAGMA wal_checkpoint(PASSIVE)";
        for (var tried = 0; tried < Tries; tried++)
        {
            await using var answer = await checkpoint.ExecuteReaderAsync(cancellationToken);
            await answer.ReadAsync(cancellationToken);
            if (answer.GetInt64(0) == 0 && answer.GetInt64(1) == answer.GetInt64(2))
            {
                return true;
            }
        }

        return false;
    }
}

using ApiAdmin.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>
/// Merges the dozens of parts that many batches leave of SQLite's search index into one each, so that a search opens one: the same as FTS5's
/// "optimize" (https://www.sqlite.org/fts5.html#the_merge_command), in steps between which others can write.
/// </summary>
internal static class SqliteSearchMerge
{
    /// <summary>In pages a step: some 50 ms of the writers' place.</summary>
    public const int Step = 300;

    private static readonly string[] Indexes = ["customer_search2", "customer_search3"];

    /// <param name="begin">Begins the transaction of a step.</param>
    /// <param name="rest">Between two steps.</param>
    public static async Task RunAsync(AppDbContext db, Func<Task<WriteTransaction>> begin, Func<Task> rest)
    {
        foreach (var index in Indexes)
        {
            // A negative number begins, positive ones go on with it.
            for (var pages = -Step; await StepAsync(db, index, pages, begin); pages = Step)
            {
                await rest();
            }
        }
    }

    /// <returns>False when there was nothing left to do.</returns>
    private static async Task<bool> StepAsync(AppDbContext db, string index, int pages, Func<Task<WriteTransaction>> begin)
    {
        await using var transaction = await begin();
        var database = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var before = raw.sqlite3_total_changes(database);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, $"INSERT INTO {index} ({index}, rank) VALUES ('merge', {pages})"), database);
        var changed = raw.sqlite3_total_changes(database) - before;
        await transaction.CommitAsync(CancellationToken.None);
        return changed >= 2;
    }
}

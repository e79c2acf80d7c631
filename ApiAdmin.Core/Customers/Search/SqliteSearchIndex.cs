using System.Data.Common;
using System.Text;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// Two FTS5 tables without contents of their own: pieces of two of the open words, and pieces of three, with their positions, of all.
/// A word is then a phrase of its pieces, quoted, so that nothing typed is ever read as FTS5's own language.
/// </summary>
internal sealed class SqliteSearchIndex : ICustomerSearchIndex
{
    /// <summary>Between words, so that no phrase runs over from one into the next; no piece is one letter long.</summary>
    private const string Gap = " z ";

    private const int Interrupted = 9;

    public async Task PutAsync(AppDbContext db, long id, SearchDocument document, CancellationToken cancellationToken)
    {
        await RemoveAsync(db, id, cancellationToken);
        await using var command = Command(db, "INSERT INTO customer_search2 (rowid, open) VALUES (@id, @two); INSERT INTO customer_search3 (rowid, open, personal) VALUES (@id, @three, @personal);");
        command.Parameters.Add(new SqliteParameter("@id", id));
        command.Parameters.Add(new SqliteParameter("@two", Two(document.Open)));
        command.Parameters.Add(new SqliteParameter("@three", Three(document.Open)));
        command.Parameters.Add(new SqliteParameter("@personal", Three(document.Personal)));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RemoveAsync(AppDbContext db, long id, CancellationToken cancellationToken)
    {
        await using var command = Command(db, "DELETE FROM customer_search2 WHERE rowid = @id; DELETE FROM customer_search3 WHERE rowid = @id;");
        command.Parameters.Add(new SqliteParameter("@id", id));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ClearAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        await using var command = Command(
            db, "INSERT INTO customer_search2 (customer_search2) VALUES ('delete-all'); INSERT INTO customer_search3 (customer_search3) VALUES ('delete-all');");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<List<long>> FindAsync(
        AppDbContext db, SearchWords words, bool masked, long below, int most, CancellationToken cancellationToken)
    {
        if (words.Alternatives.Count == 0)
        {
            return [];
        }

        await db.Database.OpenConnectionAsync(cancellationToken);
        var phrases = new List<string>();

        // Each set is read in its table's own order and no further than asked for.
        var sets = words.Alternatives.Select(set => $"SELECT rowid FROM ({Sql(phrases, set, masked)} ORDER BY rowid DESC LIMIT ?2)").ToList();
        var sql = sets.Count == 1 ? sets[0] : $"{string.Join(" UNION ", sets)} ORDER BY rowid DESC LIMIT ?2";
        return Read((SqliteConnection)db.Database.GetDbConnection(), sql, phrases, below, most, cancellationToken);
    }

    /// <summary>The pieces of two, each once.</summary>
    internal static string Two(string words) => string.Join(' ', words.Split(' ').SelectMany(word => SearchGrams.Of(word, 2)).Distinct(StringComparer.Ordinal));

    /// <summary>The pieces of three in their order.</summary>
    internal static string Three(string words) => string.Join(Gap, words.Split(' ').Select(Pieces).Where(pieces => pieces.Length > 0));

    /// <summary>Takes ?1 for the id that all are below, and the <paramref name="phrases"/> from ?3 on.</summary>
    private static string Sql(List<string> phrases, IReadOnlyList<SearchWord> set, bool masked)
    {
        var parts = new List<string>();
        Add("customer_search2", [.. set.Where(word => word.Length == 2).Select(word => $"\"{word.Text}\"")]);
        Add("customer_search3", [.. set.Where(word => word.Length > 2).Select(word => (word.ReachesPersonal(masked) ? "" : "open : ") + $"\"{Pieces(word.Text)}\"")]);
        return parts.Count == 1 ? parts[0] : $"SELECT rowid FROM ({string.Join(" INTERSECT ", parts)}) WHERE true";

        void Add(string table, List<string> wanted)
        {
            if (wanted.Count > 0)
            {
                phrases.Add(string.Join(" AND ", wanted));
                parts.Add($"SELECT rowid FROM {table} WHERE {table} MATCH ?{phrases.Count + 2} AND rowid < ?1");
            }
        }
    }

    private static string Pieces(string word)
    {
        var builder = new StringBuilder(word.Length * 4);
        foreach (var piece in SearchGrams.Each(word, 3))
        {
            builder.Append(builder.Length == 0 ? "" : " ").Append(word.AsSpan()[piece]);
        }

        return builder.ToString();
    }

    private static List<long> Read(SqliteConnection connection, string sql, List<string> phrases, long below, int most, CancellationToken cancellationToken)
    {
        // The driver's reader takes longer for an id than the index, and cannot stop a statement that runs; SQLite itself can.
        var handle = connection.Handle!;
        using var stop = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(handle));
        var ids = new List<long>();
        try
        {
            // Preparing can be interrupted too: it reads the whole schema for the first statement of a connection.
            using var statement = new SqliteStatement(handle, sql);
            statement.Bind(1, below).Bind(2, most);
            for (var index = 0; index < phrases.Count; index++)
            {
                statement.Bind(index + 3, phrases[index]);
            }

            while (statement.Step())
            {
                ids.Add(statement.Number(0));
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Interrupted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }

        return ids;
    }

    private static DbCommand Command(AppDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}

using System.Data.Common;
using System.Text;
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
        await using var command = Command(db, "");
        var sets = words.Alternatives.Select(set => Sql(command, set, masked));
        command.CommandText = $"SELECT rowid FROM ({string.Join(" UNION ", sets)}) WHERE rowid < @below ORDER BY rowid DESC LIMIT @most";
        if (words.Alternatives.Count == 1 && !command.CommandText.Contains(" INTERSECT ", StringComparison.Ordinal))
        {
            // One table alone is read in its own order and no further than asked for.
            command.CommandText = $"{Sql(command, words.Alternatives[0], masked)} AND rowid < @below ORDER BY rowid DESC LIMIT @most";
        }

        command.Parameters.Add(new SqliteParameter("@below", below));
        command.Parameters.Add(new SqliteParameter("@most", most));
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The pieces of two, each once.</summary>
    internal static string Two(string words) => string.Join(' ', words.Split(' ').SelectMany(word => SearchGrams.Of(word, 2)).Distinct(StringComparer.Ordinal));

    /// <summary>The pieces of three in their order.</summary>
    internal static string Three(string words) => string.Join(Gap, words.Split(' ').Select(Pieces).Where(pieces => pieces.Length > 0));

    private static string Sql(DbCommand command, IReadOnlyList<SearchWord> set, bool masked)
    {
        var parts = new List<string>();
        var twos = set.Where(word => word.Length == 2).Select(word => $"\"{word.Text}\"").ToList();
        var threes = set.Where(word => word.Length > 2).Select(word => (word.ReachesPersonal(masked) ? "" : "open : ") + $"\"{Pieces(word.Text)}\"").ToList();
        Add("customer_search2", twos);
        Add("customer_search3", threes);
        return string.Join(" INTERSECT ", parts);

        void Add(string table, List<string> phrases)
        {
            if (phrases.Count > 0)
            {
                var name = $"@m{command.Parameters.Count}";
                command.Parameters.Add(new SqliteParameter(name, string.Join(" AND ", phrases)));
                parts.Add($"SELECT rowid FROM {table} WHERE {table} MATCH {name}");
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

    private static async Task<List<long>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        // The driver cannot stop a statement that runs; SQLite itself can.
        var handle = ((SqliteConnection)command.Connection!).Handle!;
        await using var stop = cancellationToken.Register(() => SQLitePCL.raw.sqlite3_interrupt(handle));
        var ids = new List<long>();
        try
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                ids.Add(reader.GetInt64(0));
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

using System.Data.Common;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// One table of words and their pieces of two and three under GIN. Pieces alone do not say in which order they stand, so of what the index
/// finds the words themselves are looked at.
/// </summary>
internal sealed class PostgresSearchIndex : ICustomerSearchIndex
{
    public async Task PutAsync(AppDbContext db, long id, SearchDocument document, CancellationToken cancellationToken)
    {
        const string Sql = """
            INSERT INTO customer_search (customer_id, open, personal, open_grams, personal_grams) VALUES (@id, @open, @personal, @og, @pg)
            ON CONFLICT (customer_id) DO UPDATE SET open = excluded.open, personal = excluded.personal,
                open_grams = excluded.open_grams, personal_grams = excluded.personal_grams
            """;
        await using var command = Command(db, Sql);
        command.Parameters.Add(new NpgsqlParameter("@id", id));
        command.Parameters.Add(new NpgsqlParameter("@open", document.Open));
        command.Parameters.Add(new NpgsqlParameter("@personal", document.Personal));
        command.Parameters.Add(new NpgsqlParameter("@og", OpenGrams(document)));
        command.Parameters.Add(new NpgsqlParameter("@pg", PersonalGrams(document)));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task RemoveAsync(AppDbContext db, long id, CancellationToken cancellationToken)
    {
        await using var command = Command(db, "DELETE FROM customer_search WHERE customer_id = @id");
        command.Parameters.Add(new NpgsqlParameter("@id", id));
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ClearAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        await using var command = Command(db, "DELETE FROM customer_search");
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
        var sets = words.Alternatives.Select(set => $"({string.Join(" AND ", set.Select(word => Sql(command, word, masked)))})");
        command.CommandText =
            $"SELECT customer_id FROM customer_search WHERE ({string.Join(" OR ", sets)}) AND customer_id < @below ORDER BY customer_id DESC LIMIT @most";
        command.Parameters.Add(new NpgsqlParameter("@below", below));
        command.Parameters.Add(new NpgsqlParameter("@most", most));
        var ids = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            ids.Add(reader.GetInt64(0));
        }

        return ids;
    }

    internal static string[] OpenGrams(SearchDocument document) =>
        [.. document.Open.Split(' ').SelectMany(word => SearchGrams.Of(word, 2).Concat(SearchGrams.Of(word, 3))).Distinct(StringComparer.Ordinal)];

    internal static string[] PersonalGrams(SearchDocument document) =>
        [.. document.Personal.Split(' ').SelectMany(word => SearchGrams.Of(word, 3)).Distinct(StringComparer.Ordinal)];

    private static string Sql(DbCommand command, SearchWord word, bool masked)
    {
        var number = command.Parameters.Count;
        string[] pieces = word.Length == 2 ? [word.Text] : [.. SearchGrams.Of(word.Text, 3)];
        command.Parameters.Add(new NpgsqlParameter($"@g{number}", pieces));
        command.Parameters.Add(new NpgsqlParameter($"@w{number}", word.Text));
        var open = $"(open_grams @> @g{number} AND strpos(open, @w{number}) > 0)";
        return word.ReachesPersonal(masked) ? $"({open} OR (personal_grams @> @g{number} AND strpos(personal, @w{number}) > 0))" : open;
    }

    private static DbCommand Command(AppDbContext db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}

using System.Globalization;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>What customers can be filtered by that nobody keeps a list of: the values there are.</summary>
public enum SuggestedColumn { Owner, Source }

/// <summary>
/// The different values of a column that begin with a text, in order: from each one step in the index to the next greater one, so that the
/// cost is that of the values shown, not of the customers. Those of deleted customers are among them until they are erased.
/// </summary>
internal static class OwnValues
{
    public const int Most = 50;

    /// <summary>Nothing stored that begins with a text comes after it and this.</summary>
    private const string Greatest = "\U0010FFFF";

    public static async Task<IReadOnlyList<string>> ReadAsync(AppDbContext db, SuggestedColumn column, string typed, CancellationToken cancellationToken)
    {
        if (typed.Contains('\0', StringComparison.Ordinal))
        {
            // PostgreSQL cannot even be asked for it, and nothing stored holds it.
            return [];
        }

        var sql = Sql(column == SuggestedColumn.Owner ? "owner" : "source");
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var beginning in Spellings(TextFolding.WellFormed(typed)))
        {
            found.UnionWith(await db.Database.SqlQueryRaw<string>(sql, beginning, beginning + Greatest, Most).ToListAsync(cancellationToken));
        }

        return [.. found.Take(Most)];
    }

    /// <summary>The index knows no letters that are equal but for their case, and people do not type capitals.</summary>
    private static IEnumerable<string> Spellings(string typed)
    {
        var text = CultureInfo.InvariantCulture.TextInfo;
        return new[] { typed, text.ToLower(typed), text.ToUpper(typed), text.ToTitleCase(text.ToLower(typed)) }.Distinct(StringComparer.Ordinal);
    }

    /// <summary>The same words on both databases, which both compare byte by byte here.</summary>
    internal static string Sql(string column) =>
        $$"""
        WITH RECURSIVE known(v, n) AS (
          SELECT (SELECT {{column}} FROM customers WHERE {{column}} >= {0} AND {{column}} < {1} ORDER BY {{column}} LIMIT 1), 1
          UNION ALL
          SELECT (SELECT {{column}} FROM customers WHERE {{column}} > known.v AND {{column}} < {1} ORDER BY {{column}} LIMIT 1), n + 1
          FROM known WHERE known.v IS NOT NULL AND n < {2})
        SELECT v AS "Value" FROM known WHERE v IS NOT NULL
        """;
}

using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>Reads pages of the history from the narrow table, each from where the one before ended, in index order.</summary>
internal static class HistoryList
{
    private const int MostChoices = 200;

    public static async Task<HistoryPage> ReadAsync(AppDbContext db, HistoryQuery query, CancellationToken cancellationToken)
    {
        if (IsUnstorable(query.Text) || IsUnstorable(query.Api) || IsUnstorable(query.Who))
        {
            return new HistoryPage([], null);
        }

        var rows = await Items(Page(db, query)).ToListAsync(cancellationToken);
        return rows.Count <= HistoryQuery.PageSize
            ? new HistoryPage(rows, null)
            : new HistoryPage(rows[..HistoryQuery.PageSize], new HistoryCursor(rows[HistoryQuery.PageSize - 1].StartedAt, rows[HistoryQuery.PageSize - 1].Id).ToString());
    }

    /// <summary>The APIs and people there are runs of, by one look into the index for each.</summary>
    public static async Task<HistoryChoices> ChoicesAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var apis = await db.Database.SqlQueryRaw<string>(Distinct("api", "v"), MostChoices).ToListAsync(cancellationToken);
        const string NamedLast = "v || ' ' || (SELECT actor_name FROM invocations i WHERE i.actor_id = v ORDER BY i.started_at DESC, i.id DESC LIMIT 1)";
        var people = await db.Database.SqlQueryRaw<string>(Distinct("actor_id", NamedLast), MostChoices).ToListAsync(cancellationToken);
        return new HistoryChoices(apis, [.. people.Select(Person).OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>One row more than a page, which tells whether there is another.</summary>
    internal static IQueryable<InvocationRow> Page(AppDbContext db, HistoryQuery query)
    {
        var rows = Matching(db.Invocations.AsNoTracking(), query);
        if (HistoryCursor.Parse(query.After) is var (at, id))
        {
            // The first condition says nothing new, but it is what an index can begin at.
#pragma warning disable CA1309 // It becomes SQL, which knows no other comparison; both databases compare ids byte by byte.
            rows = rows.Where(row => row.StartedAt <= at && (row.StartedAt < at || string.Compare(row.Id, id) < 0));
#pragma warning restore CA1309
        }

        return rows.OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Take(HistoryQuery.PageSize + 1);
    }

    internal static IQueryable<HistoryItem> Items(IQueryable<InvocationRow> rows) => rows.Select(row => new HistoryItem
    {
        Id = row.Id,
        Api = row.Api,
        Version = row.Version,
        ActorId = row.ActorId,
        ActorName = row.ActorName,
        Method = row.Method,
        Url = row.Url,
        Outcome = row.Outcome,
        Status = row.Status,
        StartedAt = row.StartedAt,
        DurationMs = row.DurationMs,
        Message = row.Message,
        Sample = row.Sample,
    });

    private static IQueryable<InvocationRow> Matching(IQueryable<InvocationRow> rows, HistoryQuery query)
    {
        rows = string.IsNullOrEmpty(query.Api) ? rows : rows.Where(row => row.Api == query.Api);
        rows = string.IsNullOrEmpty(query.Who) ? rows : rows.Where(row => row.ActorId == query.Who);
        rows = query.Outcome is { } outcome ? rows.Where(row => row.Outcome == outcome) : rows;
        rows = query.Sampled switch { true => rows.Where(row => row.Sample != null), false => rows.Where(row => row.Sample == null), null => rows };
        if (query.From is { } from)
        {
            var start = ZonedDay.Start(from, query.Zone);
            rows = rows.Where(row => row.StartedAt >= start);
        }

        if (query.To is { } to && to < DateOnly.MaxValue)
        {
            var end = ZonedDay.Start(to.AddDays(1), query.Zone);
            rows = rows.Where(row => row.StartedAt < end);
        }

        var search = TextFolding.Fold(query.Text ?? "").Trim();
        return search.Length == 0 ? rows : rows.Where(row => row.SearchText.Contains(search));
    }

    /// <summary>The same words on both databases: from each value one step to the next greater one, never over all rows.</summary>
    private static string Distinct(string column, string shown) =>
        $$"""
        WITH RECURSIVE known(v) AS (
          SELECT min({{column}}) FROM invocations
          UNION ALL SELECT (SELECT min({{column}}) FROM invocations WHERE {{column}} > known.v) FROM known WHERE known.v IS NOT NULL)
        SELECT {{shown}} AS "Value" FROM known WHERE v IS NOT NULL LIMIT {0}
        """;

    private static HistoryPerson Person(string line)
    {
        var space = line.IndexOf(' ', StringComparison.Ordinal);
        return new HistoryPerson(line[..space], line[(space + 1)..]);
    }

    /// <summary>PostgreSQL cannot even be asked for U+0000, and nothing stored holds it.</summary>
    private static bool IsUnstorable(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}

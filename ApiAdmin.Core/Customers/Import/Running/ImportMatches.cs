using System.Globalization;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Which customers the rows of one batch are about, looked up at once.</summary>
internal sealed class ImportMatches
{
    private readonly Dictionary<string, List<long>> byKey = new(StringComparer.Ordinal);
    private readonly HashSet<long> taken = [];

    public static async Task<ImportMatches> FindAsync(
        AppDbContext db, ImportMatch match, IReadOnlyList<MappedRow> rows, CancellationToken cancellationToken)
    {
        var matches = new ImportMatches();
        var ids = rows.Where(row => row.Id > 0).Select(row => row.Id).Distinct().ToList();
        if (ids.Count > 0)
        {
            await matches.ReadIdsAsync(db, ids, match == ImportMatch.Id, cancellationToken);
        }

        var keys = rows.SelectMany(row => row.Keys).Distinct(StringComparer.Ordinal).ToList();
        if (keys.Count > 0 && Kind(match) is { } kind)
        {
            var found = await db.CustomerIdentifiers.AsNoTracking().Where(row => keys.Contains(row.Value) && row.Kind == kind)
                .Where(row => db.Customers.Any(customer => customer.Id == row.CustomerId && customer.DeletedAt == null))
                .Select(row => new { row.Value, row.CustomerId }).ToListAsync(cancellationToken);
            found.ForEach(row => matches.Add(row.Value, row.CustomerId));
        }

        return matches;
    }

    public IReadOnlyList<long> Of(MappedRow row) => [.. row.Keys.SelectMany(key => byKey.GetValueOrDefault(key, [])).Distinct()];

    /// <summary>Whether an id is some customer's, a deleted or merged one's too.</summary>
    public bool IsTaken(long id) => taken.Contains(id);

    private async Task ReadIdsAsync(AppDbContext db, List<long> ids, bool areKeys, CancellationToken cancellationToken)
    {
        var stored = await db.Customers.AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.DeletedAt }).ToListAsync(cancellationToken);
        var merged = await db.CustomerMerges.AsNoTracking().Where(row => ids.Contains(row.MergedId)).Select(row => new { row.MergedId, row.SurvivorId }).ToListAsync(cancellationToken);
        taken.UnionWith(stored.Select(row => row.Id).Concat(merged.Select(row => row.MergedId)));
        if (areKeys)
        {
            stored.Where(row => row.DeletedAt is null).ToList().ForEach(row => Add(Key(row.Id), row.Id));
            merged.ForEach(row => Add(Key(row.MergedId), row.SurvivorId));
        }
    }

    private void Add(string key, long id)
    {
        if (!byKey.TryGetValue(key, out var ids))
        {
            byKey[key] = ids = [];
        }

        ids.Add(id);
    }

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static IdentifierKind? Kind(ImportMatch match) => match switch
    {
        ImportMatch.Phone => IdentifierKind.Phone,
        ImportMatch.Email => IdentifierKind.Email,
        ImportMatch.PartnerId => Identifiers.KindOf(AccountKind.PartnerId),
        _ => null,
    };
}

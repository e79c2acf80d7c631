using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>What is equal to the text or begins with it, from the identifiers' one index and the ids.</summary>
internal sealed class FirstTiers(AppDbContext db, SearchWords words, string typed, bool masked)
{
    /// <summary>So many are read; a text that more begin with says too little for an order to matter.</summary>
    private const int Most = 500;

    /// <summary>By customer 0 for equal, 1 for beginning so.</summary>
    public async Task<Dictionary<long, int>> FindAsync(CancellationToken cancellationToken)
    {
        var tiers = new Dictionary<long, int>();
        var id = CustomerQuery.ReadId(typed);
        if (id > 0)
        {
            // An id that went into another customer leads there, as its address does.
            var survivors = db.CustomerMerges.Where(merge => merge.MergedId == id).Select(merge => merge.SurvivorId);
            var found = db.Customers.Where(row => row.Id == id && row.DeletedAt == null).Select(row => row.Id)
                .Concat(db.Customers.Where(row => survivors.Contains(row.Id) && row.DeletedAt == null).Select(row => row.Id));
            foreach (var own in await found.ToListAsync(cancellationToken))
            {
                tiers[own] = 0;
            }
        }

        foreach (var value in Values().Where(value => value.EnumerateRunes().Count() >= SearchWords.Shortest && !value.Contains('\0', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal))
        {
            await AddAsync(tiers, value, cancellationToken);
        }

        return tiers;
    }

    /// <summary>The text as each kind of identifier would be stored.</summary>
    private IEnumerable<string> Values()
    {
        yield return Identifiers.NameKey(typed);
        yield return Identifiers.Exact(typed);
        yield return Identifiers.Email(typed);
        foreach (var set in words.Alternatives.Where(set => set.Count == 1))
        {
            yield return set[0].Text;
        }
    }

    private async Task AddAsync(Dictionary<long, int> tiers, string value, CancellationToken cancellationToken)
    {
        // Masked values are reached from four characters on, so that the order of hits tells no more than the hits do.
        var names = masked && value.EnumerateRunes().Count() < Masking.FewestSearched;
        var end = value + "\U0010FFFF";
#pragma warning disable CA1309, CA1310, MA0074 // Becomes SQL, which compares bytes.
        var found = await db.CustomerIdentifiers.AsNoTracking()
            .Where(row => string.Compare(row.Value, value) >= 0 && string.Compare(row.Value, end) < 0)
            .Where(row => row.Kind >= (names ? IdentifierKind.Nick : IdentifierKind.Phone) && row.Kind != IdentifierKind.VisitorId)
            .Where(row => db.Customers.Any(customer => customer.Id == row.CustomerId && customer.DeletedAt == null))
            .OrderBy(row => row.Value).ThenBy(row => row.Kind).ThenBy(row => row.CustomerId)
            .Take(Most).Select(row => new { row.CustomerId, row.Value }).ToListAsync(cancellationToken);
#pragma warning restore CA1309, CA1310, MA0074
        foreach (var row in found)
        {
            var tier = row.Value == value ? 0 : 1;
            tiers[row.CustomerId] = tiers.TryGetValue(row.CustomerId, out var known) ? Math.Min(known, tier) : tier;
        }
    }
}

using System.Runtime.CompilerServices;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Export;

/// <summary>The ids of all customers of a search, a chunk at a time, the highest first.</summary>
internal sealed class ExportSource(AppDbContext db, ICustomerSearchIndex index, CustomerCatalog catalog, CustomerSearch search, bool masked)
{
    private const int Chunk = 500;

    public async IAsyncEnumerable<List<long>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var more = string.IsNullOrWhiteSpace(search.Text)
            ? null
            : await new TextSearch(db, index, catalog, search, masked).BesidesIndexAsync(cancellationToken);
        for (var below = long.MaxValue; ;)
        {
            var candidates = more is null
                ? await db.Customers.Where(row => row.Id < below).OrderByDescending(row => row.Id).Select(row => row.Id).Take(Chunk).ToListAsync(cancellationToken)
                : await FoundAsync(more, below, cancellationToken);
            if (candidates.Count == 0)
            {
                yield break;
            }

            below = candidates[^1];
            var passing = await SearchFilter.Apply(db, db.Customers.AsNoTracking(), search.Filter).Where(row => candidates.Contains(row.Id))
                .OrderByDescending(row => row.Id).Select(row => row.Id).ToListAsync(cancellationToken);
            yield return passing;
        }
    }

    private async Task<List<long>> FoundAsync(IReadOnlySet<long> more, long below, CancellationToken cancellationToken)
    {
        var inside = await index.FindAsync(db, SearchWords.Of(search.Text!), masked, below, Chunk, cancellationToken);
        var last = inside.Count == Chunk ? inside[^1] : long.MinValue;
        return [.. inside.Union(more.Where(id => id < below && id >= last)).OrderDescending()];
    }
}

using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>
/// The lists in memory for the query. A change of this process counts from the next query on; one of another process within a second.
/// One caller reads anew while the others go on with what they have.
/// </summary>
internal sealed class CatalogCache(IDbContextFactory<AppDbContext> contexts, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Entry? current;
    private int generation;

    public ValueTask<WireCatalog> GetAsync(CancellationToken cancellationToken)
    {
        var entry = current;
        return entry is not null && entry.Generation == Volatile.Read(ref generation) && clock.GetElapsedTime(entry.ReadAt) < Life
            ? new(entry.Catalog)
            : RefreshAsync(entry, cancellationToken);
    }

    /// <summary>To be called after a change of the lists is committed.</summary>
    public void Forget() => Interlocked.Increment(ref generation);

    public void Dispose() => reading.Dispose();

    private async ValueTask<WireCatalog> RefreshAsync(Entry? stale, CancellationToken cancellationToken)
    {
        var wanted = Volatile.Read(ref generation);
        if (!await reading.WaitAsync(0, cancellationToken))
        {
            if (stale is not null && stale.Generation == wanted)
            {
                return stale.Catalog;
            }

            await reading.WaitAsync(cancellationToken);
        }

        try
        {
            if (current is { } entry && entry != stale && entry.Generation == wanted)
            {
                return entry.Catalog;
            }

            var readAt = clock.GetTimestamp();
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var read = await CatalogReader.ReadAsync(db, cancellationToken);
            current = new Entry(new WireCatalog(read), wanted, readAt);
            return current.Catalog;
        }
        finally
        {
            reading.Release();
        }
    }

    private sealed record Entry(WireCatalog Catalog, int Generation, long ReadAt);
}

using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>Empties the search index and fills it again in the order of ids, in transactions of 500 so that others can write in between.</summary>
internal static class SearchRebuild
{
    private const int Batch = 500;

    public static async Task<long> RunAsync(
        IDbContextFactory<AppDbContext> contexts, ICustomerSearchIndex index, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await WriteAsync(contexts, db => index.ClearAsync(db, cancellationToken), cancellationToken);
        var (last, count) = (0L, 0L);
        for (var left = true; left;)
        {
            await WriteAsync(
                contexts,
                async db =>
                {
                    var ids = await db.Customers.Where(row => row.Id > last && row.DeletedAt == null).OrderBy(row => row.Id).Select(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
                    foreach (var customer in await CustomerReader.ReadAsync(db, CustomerCatalog.Empty, ids, cancellationToken))
                    {
                        await index.PutAsync(db, customer.Row.Id, SearchDocument.Of(customer.Row.Id, customer.Customer), cancellationToken);
                    }

                    (last, count, left) = (ids.Count > 0 ? ids[^1] : last, count + ids.Count, ids.Count == Batch);
                },
                cancellationToken);
            progress?.Report(count);
        }

        return count;
    }

    private static async Task WriteAsync(IDbContextFactory<AppDbContext> contexts, Func<AppDbContext, Task> work, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        await work(db);
        await transaction.CommitAsync(cancellationToken);
    }
}

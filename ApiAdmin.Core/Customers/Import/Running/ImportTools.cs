using ApiAdmin.Core.Customers.Seeding;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>What running an import takes.</summary>
internal sealed record ImportTools(
    IDbContextFactory<AppDbContext> Contexts, ICustomerBulk Bulk, CustomerWriter Writer, PhoneReader Phones, TimeProvider Clock)
{
    public async Task<CustomerCatalog> CatalogAsync(CancellationToken cancellationToken)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellationToken);
        return await CatalogReader.ReadAsync(db, cancellationToken);
    }

    /// <summary>Ids for new customers, kept for who asks.</summary>
    public async Task<long> ReserveAsync(long count, CancellationToken cancellationToken)
    {
        await using var db = await Contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var first = await CustomerIds.ReserveAsync(db, count, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return first;
    }
}

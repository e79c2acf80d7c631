using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>A customer's row with what it says, read in one transaction.</summary>
internal sealed record LoadedCustomer(CustomerRow Row, Customer Customer, CustomerCatalog Catalog)
{
    public string Tag => Row.Version.ToString("N");

    /// <param name="ifMatch">Looked at before anything else is read, so that of many who save the losers hold up nobody.</param>
    /// <exception cref="NotFoundException">There is no such customer, or it is deleted and that was not asked for.</exception>
    /// <exception cref="StaleException">Somebody saved since; the exception names who, when and which members.</exception>
    public static async Task<LoadedCustomer> FindAsync(
        AppDbContext db, long id, bool deletedToo, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        var row = await db.Customers.SingleOrDefaultAsync(customer => customer.Id == id, cancellationToken);
        if (row is null || (row.DeletedAt is not null && !deletedToo))
        {
            throw new NotFoundException($"There is no customer {id}. It may have been deleted; search for the name or number.");
        }

        await DemandCurrentAsync(db, row, ifMatch, cancellationToken);
        var catalog = await CatalogReader.ReadAsync(db, cancellationToken);
        return new LoadedCustomer(row, CustomerDocument.Read(row, await IdentifiersAsync(db, id, cancellationToken), catalog), catalog);
    }

    /// <summary>The id itself, or the survivor's when it was merged.</summary>
    public static async Task<long> ResolveAsync(AppDbContext db, long id, CancellationToken cancellationToken) =>
        await db.CustomerMerges.Where(merge => merge.MergedId == id).Select(merge => (long?)merge.SurvivorId).SingleOrDefaultAsync(cancellationToken) ?? id;

    /// <param name="typed">What somebody searched by; where it stands in a masked value it shows.</param>
    public StoredCustomer Seen(bool masked, string? typed = null) => new()
    {
        Id = Row.Id,
        Customer = masked ? MaskedCustomer.Of(Customer, typed) : Customer,
        IsMasked = masked,
        Tag = Tag,
        BlacklistedAt = Row.BlacklistedAt,
        BlacklistedBy = Row.BlacklistedBy,
        CreatedAt = Row.CreatedAt,
        CreatedBy = Row.CreatedBy,
        UpdatedAt = Row.UpdatedAt,
        UpdatedBy = Row.UpdatedBy,
        DeletedAt = Row.DeletedAt,
        DeletedBy = Row.DeletedBy,
    };

    private static async Task DemandCurrentAsync(AppDbContext db, CustomerRow row, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        var tag = row.Version.ToString("N");
        if (!ifMatch.Holds(tag))
        {
            var fields = await CustomerHistory.FieldsSinceAsync(db, row.Id, ifMatch, cancellationToken);
            throw new StaleException($"the customer {row.Id}", row.UpdatedBy, row.UpdatedAt, tag, fields);
        }
    }

    private static async Task<List<IdentifierRow>> IdentifiersAsync(AppDbContext db, long id, CancellationToken cancellationToken) =>
        await db.CustomerIdentifiers.AsNoTracking().Where(row => row.CustomerId == id && row.Kind <= IdentifierKind.LastAccount)
            .OrderBy(row => row.Kind).ThenBy(row => row.Position).ToListAsync(cancellationToken);
}

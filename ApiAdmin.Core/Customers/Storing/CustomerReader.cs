using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>Reads many customers at once, for lists.</summary>
internal static class CustomerReader
{
    /// <returns>In the order of <paramref name="ids"/>; those that are gone are left out.</returns>
    public static async Task<IReadOnlyList<LoadedCustomer>> ReadAsync(
        AppDbContext db, CustomerCatalog catalog, List<long> ids, CancellationToken cancellationToken)
    {
        var rows = await db.Customers.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancellationToken);
        var identifiers = (await db.CustomerIdentifiers.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.CustomerId) && row.Kind <= IdentifierKind.LastAccount)
            .OrderBy(row => row.CustomerId).ThenBy(row => row.Kind).ThenBy(row => row.Position).ToListAsync(cancellationToken)).ToLookup(row => row.CustomerId);
        return [.. ids.Where(rows.ContainsKey).Select(id => new LoadedCustomer(rows[id], CustomerDocument.Read(rows[id], [.. identifiers[id]], catalog), catalog))];
    }
}

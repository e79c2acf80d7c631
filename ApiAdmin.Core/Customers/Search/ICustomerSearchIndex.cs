using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers;

/// <summary>The search index of one kind of database. Both give the same hits.</summary>
internal interface ICustomerSearchIndex
{
    /// <summary>Within the transaction of the change itself.</summary>
    Task PutAsync(AppDbContext db, long id, SearchDocument document, CancellationToken cancellationToken);

    Task RemoveAsync(AppDbContext db, long id, CancellationToken cancellationToken);

    Task ClearAsync(AppDbContext db, CancellationToken cancellationToken);

    /// <summary>Ids of customers that fit, the highest first, none at or above <paramref name="below"/>.</summary>
    Task<List<long>> FindAsync(AppDbContext db, SearchWords words, bool masked, long below, int most, CancellationToken cancellationToken);
}

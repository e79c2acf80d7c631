using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>Adds many new customers at once by the fastest means of one database, everything that hangs on them included; without history.</summary>
internal interface ICustomerBulk
{
    /// <summary>
    /// What each column of the search index takes of a customer. It needs no database, so it is made before the transaction,
    /// for which all writers wait.
    /// </summary>
    string[][] Pieces(SearchDocument document);

    /// <summary>
    /// Begins a transaction for one batch of many. What it commits is whole at any time, but only safe from a power failure a little
    /// later: for work that goes on from its last saved place.
    /// </summary>
    Task<WriteTransaction> BeginAsync(AppDbContext db, CancellationToken cancellationToken);

    /// <param name="db">With a transaction of <see cref="BeginAsync"/>.</param>
    Task AddAsync(AppDbContext db, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken);

    /// <summary>Between two batches: lets others write, and does what the database has to tidy up.</summary>
    Task RestAsync(AppDbContext db, CancellationToken cancellationToken);

    /// <summary>After the last batch: leaves nothing to tidy up to whoever writes next.</summary>
    Task EndAsync(AppDbContext db, CancellationToken cancellationToken);
}

/// <param name="Pieces">Of <see cref="ICustomerBulk.Pieces"/>.</param>
internal sealed record BulkCustomer(
    long Id, Customer Customer, IReadOnlyList<IdentifierRow> Identifiers, SearchDocument Search, string[][] Pieces, DateTimeOffset At, string By)
{
    public static BulkCustomer Of(ICustomerBulk bulk, long id, Customer customer, IEnumerable<IdentifierRow> identifiers, DateTimeOffset at, string by)
    {
        var search = SearchDocument.Of(id, customer);
        return new(id, customer, [.. identifiers], search, bulk.Pieces(search), at, by);
    }
}

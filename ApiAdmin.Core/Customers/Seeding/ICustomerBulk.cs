using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>Adds many new customers at once by the fastest means of one database, everything that hangs on them included; without history.</summary>
internal interface ICustomerBulk
{
    /// <summary>
    /// Begins a transaction for one batch of many. What it commits is whole at any time, but only safe from a power failure a little
    /// later: for work that goes on from its last saved place.
    /// </summary>
    Task<WriteTransaction> BeginAsync(AppDbContext db, CancellationToken cancellationToken);

    /// <param name="db">With a transaction of <see cref="BeginAsync"/>.</param>
    Task AddAsync(AppDbContext db, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken);

    /// <summary>Between two batches, while nobody waits: what the database has to tidy up.</summary>
    Task RestAsync(AppDbContext db, CancellationToken cancellationToken);
}

internal sealed record BulkCustomer(long Id, Customer Customer, IReadOnlyList<IdentifierRow> Identifiers, SearchDocument Search, DateTimeOffset At, string By);

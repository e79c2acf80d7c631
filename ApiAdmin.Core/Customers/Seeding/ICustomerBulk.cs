using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>Adds many new customers at once by the fastest means of one database, everything that hangs on them included; without history.</summary>
internal interface ICustomerBulk
{
    /// <param name="db">With a transaction of <see cref="AppDbContext.BeginWriteAsync"/>.</param>
    Task AddAsync(AppDbContext db, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken);
}

internal sealed record BulkCustomer(long Id, Customer Customer, IReadOnlyList<IdentifierRow> Identifiers, SearchDocument Search, DateTimeOffset At, string By);

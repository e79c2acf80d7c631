using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>
/// Adds made-up customers, a batch at a time so that others can write in between; killed on the way it has added whole batches. Each batch
/// is made ready while the one before is written, and the audit keeps one row for the whole.
/// </summary>
public sealed class CustomerSeeder
{
    public const int Most = 10_000_000;

    /// <summary>A thousand would hold the write lock for a third of a second once the indexes are large.</summary>
    private const int Batch = 500;

    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly ICustomerBulk bulk;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    internal CustomerSeeder(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, ICustomerBulk bulk, AuditLog audit, TimeProvider clock) =>
        (this.authorizer, this.contexts, this.bulk, this.audit, this.clock) = (authorizer, contexts, bulk, audit, clock);

    /// <param name="seed">The same seed makes the same customers.</param>
    [Demands(Operation.ImportCustomers)]
    public async Task SeedAsync(Actor actor, int count, int seed, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        if (count is < 1 or > Most)
        {
            throw new InvalidException([new Finding("customers", FindingCodes.OutOfRange, FormattableString.Invariant($"Give 1 to {Most} customers."))]);
        }

        var first = await BeginAsync(actor, count, cancellationToken);
        var generator = new CustomerGenerator(seed);
        var (phones, now) = (new PhoneReader(new CustomerOptions()), clock.GetUtcNow());
        var next = Task.Run(() => Make(0), cancellationToken);
        for (var done = 0; done < count;)
        {
            var batch = await next;
            var from = done + batch.Count;
            next = from < count ? Task.Run(() => Make(from), cancellationToken) : Task.FromResult<List<BulkCustomer>>([]);
            await WriteAsync(batch, cancellationToken);
            done = from;
            progress?.Report(done);
        }

        List<BulkCustomer> Make(int from) =>
            [.. Enumerable.Range(from, Math.Min(Batch, count - from)).Select(number => Of(first + number, generator.Make(number), phones, now.AddMicroseconds(-number * 1_000L), actor))];
    }

    private static BulkCustomer Of(long id, Customer customer, PhoneReader phones, DateTimeOffset at, Actor actor) =>
        new(id, customer, [.. Identifiers.MadeRows(id, customer, phones)], SearchDocument.Of(id, customer), at, actor.Name);

    /// <returns>The id of the first customer.</returns>
    private async Task<long> BeginAsync(Actor actor, int count, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var first = await CustomerIds.ReserveAsync(db, count, cancellationToken);
        await audit.AppendAsync(db, actor, "customer.seed", $"customer:{first}", [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return first;
    }

    private async Task WriteAsync(List<BulkCustomer> batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using (var transaction = await bulk.BeginAsync(db, cancellationToken))
        {
            await bulk.AddAsync(db, batch, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await bulk.RestAsync(db, cancellationToken);
    }
}

using System.Diagnostics;
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
            for (var written = 0; written < batch.Count;)
            {
                written += await WriteAsync(batch[written..], cancellationToken);
            }

            done = from;
            progress?.Report(done);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await bulk.EndAsync(db, cancellationToken);

        BulkCustomer Of(long id, Customer customer, DateTimeOffset at) =>
            BulkCustomer.Of(bulk, id, customer, Identifiers.MadeRows(id, customer, phones), at, actor.Name);

        List<BulkCustomer> Make(int from) =>
            [.. Enumerable.Range(from, Math.Min(Batch, count - from)).Select(number => Of(first + number, generator.Make(number), now.AddMicroseconds(-number * 1_000L)))];
    }

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

    /// <returns>How many of them were written before its turn was over.</returns>
    private async Task<int> WriteAsync(List<BulkCustomer> batch, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var done = 0;
        await using (var transaction = await bulk.BeginAsync(db, cancellationToken))
        {
            for (var started = Stopwatch.GetTimestamp(); done < batch.Count && (done == 0 || !BulkTurn.IsOver(started));)
            {
                var slice = batch.GetRange(done, Math.Min(BulkTurn.Slice, batch.Count - done));
                await bulk.AddAsync(db, slice, cancellationToken);
                done += slice.Count;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await bulk.RestAsync(db, cancellationToken);
        return done;
    }
}

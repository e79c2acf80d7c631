using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>Deletes customers so that they can come back for 30 days, brings them back, and erases them for good.</summary>
public sealed class CustomerRemoval
{
    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly CustomerWriter writer;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    internal CustomerRemoval(
        IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, CustomerWriter writer, AuditLog audit, TimeProvider clock) =>
        (this.authorizer, this.contexts, this.writer, this.audit, this.clock) = (authorizer, contexts, writer, audit, clock);

    /// <summary>From now on nobody finds the customer; it can be restored for <see cref="CustomerRetention.Deleted"/>.</summary>
    [Demands(Operation.DeleteCustomers)]
    public async Task DeleteAsync(Actor actor, long id, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.DeleteCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var loaded = await LoadedCustomer.FindAsync(db, id, deletedToo: false, ifMatch, cancellationToken);
        writer.Touch(loaded.Row, actor);
        (loaded.Row.DeletedAt, loaded.Row.DeletedBy) = (loaded.Row.UpdatedAt, actor.Name);
        await writer.HideAsync(db, id, cancellationToken);
        await SaveAsync(db, transaction, actor, loaded.Row, "delete", cancellationToken);
    }

    /// <exception cref="NotFoundException">There is no such deleted customer; it may have been erased.</exception>
    [Demands(Operation.DeleteCustomers)]
    public async Task RestoreAsync(Actor actor, long id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.DeleteCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var loaded = await LoadedCustomer.FindAsync(db, id, deletedToo: true, VersionMatch.Any, cancellationToken);
        if (loaded.Row.DeletedAt is null)
        {
            return;
        }

        writer.Touch(loaded.Row, actor);
        (loaded.Row.DeletedAt, loaded.Row.DeletedBy) = (null, null);
        await writer.ShowAsync(db, id, loaded.Customer, cancellationToken);
        await SaveAsync(db, transaction, actor, loaded.Row, "restore", cancellationToken);
    }

    /// <summary>Removes the customer, its history and every value of it at once; the audit keeps that it happened and the id.</summary>
    [Demands(Operation.EraseCustomers)]
    public Task EraseAsync(Actor actor, long id, CancellationToken cancellationToken) => EraseAsync(actor, id, VersionMatch.Any, cancellationToken);

    /// <summary>The same, of the version that was looked at.</summary>
    [Demands(Operation.EraseCustomers)]
    public async Task EraseAsync(Actor actor, long id, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.EraseCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var loaded = await LoadedCustomer.FindAsync(db, id, deletedToo: true, ifMatch, cancellationToken);
        await RemoveAsync(db, actor, loaded.Row, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Deleted customers that can still be restored, the last deleted first.</summary>
    [Demands(Operation.DeleteCustomers)]
    public async Task<PagedList<DeletedCustomer>> ListDeletedAsync(Actor actor, int page, int pageSize, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.DeleteCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (at, size) = (Math.Clamp(page, 1, 1_000_000), Math.Clamp(pageSize, 1, PagedList<DeletedCustomer>.LargestPage));
        var deleted = db.Customers.AsNoTracking().Where(row => row.DeletedAt != null);
        var items = await deleted.OrderByDescending(row => row.DeletedAt).ThenByDescending(row => row.Id).Skip((at - 1) * size).Take(size)
            .Select(row => new DeletedCustomer(row.Id, row.Nick, row.DeletedAt!.Value, row.DeletedBy!)).ToListAsync(cancellationToken);
        var total = await deleted.OrderBy(row => row.DeletedAt).Take(PagedList<DeletedCustomer>.CountedTo).CountAsync(cancellationToken);
        return new PagedList<DeletedCustomer>(items, at, size, total);
    }

    /// <summary>Erases up to <paramref name="most"/> customers whose time is over, each with its audit row.</summary>
    /// <returns>How many there were.</returns>
    internal async Task<int> EraseOverdueAsync(int most, CancellationToken cancellationToken)
    {
        var host = new HostActor("clean-up of deleted customers");
        var end = clock.GetUtcNow() - CustomerRetention.Deleted;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var overdue = await db.Customers.Where(row => row.DeletedAt != null && row.DeletedAt <= end)
            .OrderBy(row => row.DeletedAt).Take(most).ToListAsync(cancellationToken);
        foreach (var row in overdue)
        {
            await RemoveAsync(db, host, row, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return overdue.Count;
    }

    private async Task RemoveAsync(AppDbContext db, Actor actor, CustomerRow row, CancellationToken cancellationToken)
    {
        var largest = await db.CustomerMerges.Where(merge => merge.SurvivorId == row.Id).MaxAsync(merge => (long?)merge.MergedId, cancellationToken) ?? 0;
        await CustomerIds.NoteGoneAsync(db, Math.Max(row.Id, largest), cancellationToken);
        await writer.HideAsync(db, row.Id, cancellationToken);
        db.Customers.Remove(row);
        await audit.AppendAsync(db, actor, "customer.erase", CustomerService.Subject(row.Id), [], cancellationToken);
    }

    private async Task SaveAsync(
        AppDbContext db, WriteTransaction transaction, Actor actor, CustomerRow row, string action, CancellationToken cancellationToken)
    {
        CustomerWriter.AddHistory(db, actor, row, action, []);
        await audit.AppendAsync(db, actor, $"customer.{action}", CustomerService.Subject(row.Id), [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

public sealed record DeletedCustomer(long Id, string Nick, DateTimeOffset DeletedAt, string DeletedBy);

using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// Reads and writes single customers. To whom <see cref="Operation.SeePersonalValues"/> is not given, phones, e-mails, accounts and
/// visitor ids come out masked, and masked values handed in again stand for the stored ones.
/// </summary>
public sealed class CustomerService
{
    private const int LargestHistoryPage = 100;

    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly CustomerWriter writer;
    private readonly AuditLog audit;

    internal CustomerService(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, CustomerWriter writer, AuditLog audit) =>
        (this.authorizer, this.contexts, this.writer, this.audit) = (authorizer, contexts, writer, audit);

    /// <summary>The fields, tags and VIP levels there are.</summary>
    [Demands(Operation.ReadCustomers)]
    public async Task<CustomerCatalog> CatalogAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CatalogReader.ReadAsync(db, cancellationToken);
    }

    /// <summary>The same for who only writes: what comes back of a change needs the lists to be shown.</summary>
    [Demands(Operation.WriteCustomers)]
    public async Task<CustomerCatalog> CatalogForWritingAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CatalogReader.ReadAsync(db, cancellationToken);
    }

    /// <summary>One customer; of a merged one the survivor, with its id. A deleted one only to who may restore it.</summary>
    [Demands(Operation.ReadCustomers)]
    public async Task<StoredCustomer> GetAsync(Actor actor, long id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        var deletedToo = await authorizer.AllowsAsync(actor, Operation.DeleteCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await LoadedCustomer.FindAsync(db, await LoadedCustomer.ResolveAsync(db, id, cancellationToken), deletedToo, VersionMatch.Any, cancellationToken);
        return found.Seen(await IsMaskedAsync(actor, cancellationToken));
    }

    /// <summary>Several customers in the order of <paramref name="ids"/>; those that are deleted or gone are left out.</summary>
    [Demands(Operation.ReadCustomers)]
    public async Task<IReadOnlyList<StoredCustomer>> GetManyAsync(Actor actor, IReadOnlyList<long> ids, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        var masked = await IsMaskedAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var loaded = await CustomerReader.ReadAsync(db, await CatalogReader.ReadAsync(db, cancellationToken), [.. ids], cancellationToken);
        return [.. loaded.Where(customer => customer.Row.DeletedAt is null).Select(customer => customer.Seen(masked))];
    }

    /// <summary>What happened to the customer, newest first.</summary>
    [Demands(Operation.ReadCustomers)]
    public async Task<IReadOnlyList<CustomerChange>> HistoryAsync(Actor actor, long id, int skip, int count, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        var masked = await IsMaskedAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CustomerHistory.ReadAsync(db, id, Math.Max(skip, 0), Math.Clamp(count, 1, LargestHistoryPage), masked, cancellationToken);
    }

    /// <param name="id">An id of one's own; null lets the program choose.</param>
    /// <exception cref="InvalidException">All findings at once.</exception>
    /// <exception cref="TakenException">The id belongs to another customer.</exception>
    [Demands(Operation.WriteCustomers)]
    public async Task<StoredCustomer> CreateAsync(Actor actor, Customer customer, long? id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteCustomers, cancellationToken);
        var masked = await IsMaskedAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var catalog = await CatalogReader.ReadAsync(db, cancellationToken);
        CustomerValidator.Demand(customer, catalog);
        var tidy = writer.Tidy(customer, stored: null, catalog);
        var row = await writer.AddAsync(db, actor, await CustomerIds.TakeAsync(db, id, cancellationToken), tidy, catalog, cancellationToken);
        await audit.AppendAsync(db, actor, "customer.create", Subject(row.Id), Names(catalog, tidy), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new LoadedCustomer(row, tidy, catalog).Seen(masked);
    }

    /// <summary>Replaces what is stored by <paramref name="customer"/>; contents of disabled fields stay.</summary>
    /// <exception cref="StaleException">Somebody saved since <paramref name="ifMatch"/> was read: who, when and which members.</exception>
    [Demands(Operation.WriteCustomers)]
    public async Task<StoredCustomer> UpdateAsync(Actor actor, long id, Customer customer, VersionMatch ifMatch, CancellationToken cancellationToken) =>
        await ChangeAsync(actor, id, ifMatch, "update", _ => customer, cancellationToken);

    /// <summary>Replaces the remark alone.</summary>
    [Demands(Operation.WriteCustomers)]
    public async Task<StoredCustomer> SetRemarkAsync(Actor actor, long id, string? remark, VersionMatch ifMatch, CancellationToken cancellationToken) =>
        await ChangeAsync(actor, id, ifMatch, "update", stored => stored with { Remark = remark }, cancellationToken);

    /// <summary>Puts the customer on the blacklist or takes it off, whatever version it has.</summary>
    [Demands(Operation.WriteCustomers)]
    public async Task<StoredCustomer> SetBlacklistAsync(Actor actor, long id, bool blacklisted, string? reason, CancellationToken cancellationToken) =>
        await ChangeAsync(
            actor, id, VersionMatch.Any, "update",
            stored => stored with { Blacklisted = blacklisted, BlacklistReason = blacklisted ? reason : null }, cancellationToken);

    /// <summary>Sets the VIP flag and level, whatever version the customer has.</summary>
    [Demands(Operation.WriteCustomers)]
    public async Task<StoredCustomer> SetVipAsync(Actor actor, long id, bool? vip, string? level, CancellationToken cancellationToken) =>
        await ChangeAsync(
            actor, id, VersionMatch.Any, "update", stored => stored with { Vip = vip, VipLevel = vip == true ? level : null }, cancellationToken);

    internal static string Subject(long id) => $"customer:{id}";

    private async Task<StoredCustomer> ChangeAsync(
        Actor actor, long id, VersionMatch ifMatch, string action, Func<Customer, Customer> change, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteCustomers, cancellationToken);
        var masked = await IsMaskedAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var loaded = await LoadedCustomer.FindAsync(db, id, deletedToo: false, ifMatch, cancellationToken);
        var sent = change(loaded.Customer);
        var given = masked ? MaskedCustomer.Unmask(sent, loaded.Customer) : sent;
        CustomerValidator.Demand(given, loaded.Catalog);
        var after = writer.Tidy(given, loaded.Customer, loaded.Catalog);
        var changed = await writer.ChangeAsync(db, actor, loaded, after, action, cancellationToken);
        if (changed.Count > 0)
        {
            await audit.AppendAsync(db, actor, $"customer.{action}", Subject(id), changed, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return (loaded with { Customer = after }).Seen(masked);
    }

    private async Task<bool> IsMaskedAsync(Actor actor, CancellationToken cancellationToken) =>
        !await authorizer.AllowsAsync(actor, Operation.SeePersonalValues, cancellationToken);

    private static IEnumerable<string> Names(CustomerCatalog catalog, Customer customer) =>
        new CustomerDifference(catalog).Between(null, customer).Select(change => change.Field);
}

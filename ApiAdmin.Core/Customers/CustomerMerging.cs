using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers;

/// <summary>Another customer with the same phone or e-mail.</summary>
/// <param name="Shared">What they share, masked for who may not see it.</param>
public sealed record PossibleDuplicate(long Id, string Nick, string? RealName, DateTimeOffset UpdatedAt, ValueList<string> Shared);

/// <summary>Finds customers that may be the same person, and makes one of two.</summary>
public sealed class CustomerMerging
{
    private const int MostDuplicates = 50;

    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly CustomerWriter writer;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    internal CustomerMerging(
        IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, CustomerWriter writer, AuditLog audit, TimeProvider clock) =>
        (this.authorizer, this.contexts, this.writer, this.audit, this.clock) = (authorizer, contexts, writer, audit, clock);

    /// <summary>Customers with the same phone or e-mail, the last updated first; 50 at most.</summary>
    [Demands(Operation.ReadCustomers)]
    public async Task<IReadOnlyList<PossibleDuplicate>> DuplicatesAsync(Actor actor, long id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        var masked = !await authorizer.AllowsAsync(actor, Operation.SeePersonalValues, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await Duplicates.FindAsync(db, id, MostDuplicates, masked, cancellationToken);
    }

    /// <summary>
    /// Moves everything of <paramref name="mergedId"/> to <paramref name="survivorId"/>: every identifier and tag, what the survivor lacks of
    /// the rest, and the history. The merged id goes on leading to the survivor.
    /// </summary>
    /// <param name="ifMatch">The version of the survivor that the merge was decided on.</param>
    [Demands(Operation.MergeCustomers)]
    public async Task<StoredCustomer> MergeAsync(
        Actor actor, long survivorId, long mergedId, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.MergeCustomers, cancellationToken);
        var masked = !await authorizer.AllowsAsync(actor, Operation.SeePersonalValues, cancellationToken);
        DemandTwo(survivorId, mergedId);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var survivor = await LoadedCustomer.FindAsync(db, survivorId, deletedToo: false, ifMatch, cancellationToken);
        var merged = await LoadedCustomer.FindAsync(db, mergedId, deletedToo: false, VersionMatch.Any, cancellationToken);
        var united = writer.Tidy(MergedCustomer.Of(survivor.Customer, merged.Customer), survivor.Customer, survivor.Catalog);
        CustomerValidator.Demand(united, survivor.Catalog);
        await MoveAsync(db, actor, merged.Row, survivorId, cancellationToken);
        var changed = await writer.ChangeAsync(db, actor, survivor, united, "merge", cancellationToken);
        await audit.AppendAsync(db, actor, "customer.merge", $"customer:{mergedId} → customer:{survivorId}", changed, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (survivor with { Customer = united }).Seen(masked);
    }

    private async Task MoveAsync(AppDbContext db, Actor actor, CustomerRow merged, long survivorId, CancellationToken cancellationToken)
    {
        await db.CustomerChanges.Where(row => row.CustomerId == merged.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.CustomerId, survivorId), cancellationToken);
        await db.CustomerMerges.Where(row => row.SurvivorId == merged.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SurvivorId, survivorId), cancellationToken);
        await CustomerIds.NoteGoneAsync(db, merged.Id, cancellationToken);
        await writer.HideAsync(db, merged.Id, cancellationToken);
        db.Customers.Remove(merged);
        db.CustomerMerges.Add(new CustomerMergeRow { MergedId = merged.Id, SurvivorId = survivorId, At = clock.GetUtcNow(), By = actor.Name });
    }

    private static void DemandTwo(long survivorId, long mergedId)
    {
        if (survivorId == mergedId)
        {
            throw new InvalidException([new Finding("mergedId", FindingCodes.NotAllowed, "A customer cannot be merged with itself; choose another one.")]);
        }
    }
}

using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Customers;

/// <summary>How many customers somebody revealed within the last hour, of how many.</summary>
public sealed record RevealUse(int Used, int Limit)
{
    private const int Near = 30;

    public int Left => Math.Max(Limit - Used, 0);

    /// <summary>So few are left that a person should be told.</summary>
    public bool IsNearLimit => Left <= Near;
}

/// <summary>A customer with its personal values, and what that look left over.</summary>
public sealed record RevealedCustomer(StoredCustomer Customer, RevealUse Use);

/// <summary>Shows the personal values of one customer to somebody who else sees masks: audited, and so many an hour.</summary>
public sealed class CustomerReveal
{
    public const int HourlyLimit = 300;

    private static readonly TimeSpan Window = TimeSpan.FromHours(1);

    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;
    private readonly ILogger<CustomerReveal> log;

    internal CustomerReveal(
        IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, AuditLog audit, TimeProvider clock, ILogger<CustomerReveal> log) =>
        (this.authorizer, this.contexts, this.audit, this.clock, this.log) = (authorizer, contexts, audit, clock, log);

    /// <exception cref="TooManyException">The hour's reveals are used up; that is audited too.</exception>
    [Demands(Operation.RevealCustomer)]
    public async Task<RevealedCustomer> RevealAsync(Actor actor, long id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.RevealCustomer, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var loaded = await LoadedCustomer.FindAsync(db, id, deletedToo: false, VersionMatch.Any, cancellationToken);
        var used = await UsedAsync(db, actor, cancellationToken);
        if (used >= HourlyLimit)
        {
            await RefuseAsync(db, transaction, actor, id, cancellationToken);
        }

        var now = clock.GetUtcNow();
        await db.CustomerReveals.Where(row => row.ActorId == actor.Id && row.At <= now - Window).ExecuteDeleteAsync(cancellationToken);
        db.CustomerReveals.Add(new CustomerRevealRow { Id = Guid.CreateVersion7(now), ActorId = actor.Id, CustomerId = id, At = now });
        await audit.AppendAsync(db, actor, "customer.reveal", CustomerService.Subject(id), ["phones", "emails", "accounts", "visitorIds"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RevealedCustomer(loaded.Seen(masked: false), new RevealUse(used + 1, HourlyLimit));
    }

    /// <summary>What somebody used up of the hour's reveals.</summary>
    [Demands(Operation.RevealCustomer)]
    public async Task<RevealUse> UseAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.RevealCustomer, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new RevealUse(await UsedAsync(db, actor, cancellationToken), HourlyLimit);
    }

    private async Task RefuseAsync(AppDbContext db, WriteTransaction transaction, Actor actor, long id, CancellationToken cancellationToken)
    {
        CustomersLog.RevealLimit(log, actor.Id);
        await audit.AppendAsync(db, actor, "customer.reveal-refused", CustomerService.Subject(id), [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        throw new TooManyException(
            $"You have revealed {HourlyLimit} customers within an hour, which is the limit. Wait, or ask a supervisor to look.", Window / 60);
    }

    private async Task<int> UsedAsync(AppDbContext db, Actor actor, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Window;
        return await db.CustomerReveals.Where(row => row.ActorId == actor.Id && row.At > since).CountAsync(cancellationToken);
    }
}

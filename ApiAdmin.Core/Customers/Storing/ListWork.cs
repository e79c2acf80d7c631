using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Storing;

/// <summary>What fields, tags and levels have in common: reading with the right, changing with right, transaction and audit row.</summary>
internal sealed class ListWork(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, AuditLog audit, CatalogCache catalogs, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<T> ReadAsync<T>(Actor actor, Func<AppDbContext, Task<T>> read, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await read(db);
    }

    /// <param name="change">Does it and says how it is to be audited; a null action is nothing to audit.</param>
    public async Task<T> ChangeAsync<T>(
        Actor actor, Func<AppDbContext, Task<(T Result, string? Action, string Subject)>> change, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageCustomerLists, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var (result, action, subject) = await change(db);
        if (action is not null)
        {
            await audit.AppendAsync(db, actor, action, subject, [], cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        catalogs.Forget();
        return result;
    }

    public static void DemandCurrent(string what, Guid version, VersionMatch ifMatch, string by, DateTimeOffset at)
    {
        var tag = version.ToString("N");
        if (!ifMatch.Holds(tag))
        {
            throw new StaleException(what, by, at, tag);
        }
    }

    public static TakenException Taken(string path, string message) => new(message, [new Finding(path, FindingCodes.Taken, message)]);
}

using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>One change of a user: locked, audited, saved, and counted at once in this process.</summary>
public sealed class UserChanges(IDbContextFactory<AppDbContext> contexts, AuditLog audit, RightsCache cache, TimeProvider clock)
{
    internal DateTimeOffset Now => clock.GetUtcNow();

    internal async Task RunAsync(
        Actor actor, string action, IEnumerable<string> fields, Func<AppDbContext, Task<AppUser>> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var hadAdministrator = await HasAdministratorAsync(db, cancellationToken);
        var user = await change(db);
        await audit.AppendAsync(db, actor, action, $"user:{user.Id:N}", fields, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await RefuseLosingTheLastAsync(hadAdministrator, db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cache.Forget();
    }

    internal Task RunAsync(
        Actor actor, Guid userId, string action, IEnumerable<string> fields, Action<AppUser> change, CancellationToken cancellationToken) =>
        RunAsync(actor, action, fields, async db =>
        {
            var user = await FindAsync(db, userId, cancellationToken);
            change(user);
            return user;
        }, cancellationToken);

    /// <exception cref="NotFoundException">There is none of that id.</exception>
    internal static async Task<AppUser> FindAsync(AppDbContext db, Guid userId, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(row => row.Id == userId, cancellationToken)
            ?? throw new NotFoundException("There is no such user. Load the list again.");

    /// <summary>
    /// Asked after the change and before its commit, so that two demotions at once cannot both pass. Where there was none
    /// before, as on a machine that made its first users from the command line, there is none to lose.
    /// </summary>
    private static async Task RefuseLosingTheLastAsync(bool hadAdministrator, AppDbContext db, CancellationToken cancellationToken)
    {
        if (hadAdministrator && !await HasAdministratorAsync(db, cancellationToken))
        {
            throw new InvalidException([new Finding("role", FindingCodes.NotAllowed,
                "This would leave no administrator who can sign in. Make somebody else one first.")]);
        }
    }

    private static Task<bool> HasAdministratorAsync(AppDbContext db, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(user => user.Role == Role.Administrator && user.DisabledAt == null && user.PasswordHash != null, cancellationToken);
}

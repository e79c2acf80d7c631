using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>Rights by what is stored, read at most half a second ago; refusals are audited.</summary>
internal sealed class Authorizer(
    IDbContextFactory<AppDbContext> contexts, RightsCache cache, RefusalAudit refusals, SecondFactorRule secondFactor, TimeProvider clock) : IAuthorizer
{
    public async Task DemandAsync(Actor actor, Operation operation, CancellationToken cancellationToken)
    {
        if (actor is HostActor)
        {
            return;
        }

        var rights = await RightsAsync(actor, cancellationToken);
        if (!rights.Allow(operation))
        {
            await refusals.NoteAsync(actor, operation, cancellationToken);
            throw new AccessDeniedException(rights.Refusal ?? Lacking(actor, operation));
        }
    }

    public async Task<bool> AllowsAsync(Actor actor, Operation operation, CancellationToken cancellationToken) =>
        actor is HostActor || (await RightsAsync(actor, cancellationToken)).Allow(operation);

    private static string Lacking(Actor actor, Operation operation) => actor is KeyActor
        ? $"This API key lacks the scope {string.Join(" or ", Scopes.All.Where(scope => Permissions.Allows([scope], operation)))}. Ask an administrator for a key that has it."
        : $"Your role does not cover this ({operation}). Ask an administrator for the right.";

    private async ValueTask<Rights> RightsAsync(Actor actor, CancellationToken cancellationToken)
    {
        var rights = await cache.Rights.GetAsync(actor, (Self: this, Actor: actor), static of => of.Self.ReadAsync(of.Actor), cancellationToken);
        return rights.ExpiresAt is { } end && end <= clock.GetUtcNow() ? Rights.None(Rights.Expired) : rights;
    }

    private async Task<Rights> ReadAsync(Actor actor)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return actor switch
        {
            UserActor user => await ReadUserAsync(db, user.UserId),
            KeyActor key => await ReadKeyAsync(db, key.KeyId),
            _ => Rights.None("Nobody is signed in. Sign in and try again."),
        };
    }

    private async Task<Rights> ReadUserAsync(AppDbContext db, Guid id)
    {
        var user = await db.Users.Where(row => row.Id == id).Select(row => new { row.Role, row.DisabledAt, row.TwoFactorEnabled })
            .SingleOrDefaultAsync();
        return user switch
        {
            null => Rights.None("Your account is gone. Ask an administrator."),
            { DisabledAt: not null } => Rights.None("Your account is switched off. Ask an administrator."),
            { TwoFactorEnabled: false } when secondFactor.IsDemanded => Rights.UntilSecondFactor,
            _ => Rights.Of(user.Role),
        };
    }

    private static async Task<Rights> ReadKeyAsync(AppDbContext db, Guid id)
    {
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);
        return key switch
        {
            null => Rights.None("This API key is gone. Ask an administrator for a new one."),
            { RevokedAt: not null } => Rights.None("This API key was revoked. Ask an administrator for a new one."),
            _ => Rights.Of(key.Scopes.Split(' '), key.ExpiresAt),
        };
    }
}

using System.Security.Cryptography;
using ApiAdmin.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>A link's token, handed out this once: only its hash is stored.</summary>
public sealed record OneTimeLink(Guid UserId, string Email, string Token, DateTimeOffset EndsAt)
{
    public override string ToString() => $"link of user {UserId}";
}

/// <summary>Whom a link is for.</summary>
/// <param name="IsInvitation">The person has no password yet.</param>
public sealed record LinkHolder(string Email, string DisplayName, bool IsInvitation);

/// <summary>Links by which a person sets a password: good for 72 hours and once, void as soon as a newer one is made.</summary>
public sealed class UserLinks(IDbContextFactory<AppDbContext> contexts, UserWriter writer, UserChanges changes)
{
    internal static readonly TimeSpan Life = TimeSpan.FromHours(72);

    /// <summary>Whom the link is for; null when it is wrong, used, replaced, too old or of a disabled account.</summary>
    public async Task<LinkHolder?> FindAsync(string? token, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, token, cancellationToken) is { User: var user }
            ? new LinkHolder(user.Email ?? "", user.PasswordHash is null && user.DisplayName == user.Email ? "" : user.DisplayName, user.PasswordHash is null)
            : null;
    }

    /// <summary>Sets name and password, lifts a lockout, ends the sessions there are, and voids the link.</summary>
    /// <param name="name">Empty keeps the name there is.</param>
    /// <exception cref="AccessDeniedException">The link is not good; of two uses at once, one gets this.</exception>
    /// <exception cref="InvalidException">Name or password will not do; the link stays good.</exception>
    public async Task UseAsync(string? token, string name, string password, CancellationToken cancellationToken)
    {
        var holder = await FindAsync(token, cancellationToken) ?? throw NotGood();
        UserWriter.Demand([.. UserWriter.CheckName(name), .. PasswordPolicy.Check(password, holder.Email)]);
        var hash = writer.Hash(password);
        StoredLink.TryRead(token, out var userId, out _);
        await changes.RunAsync(new UserActor(userId, holder.Email), "user.link-used", ["displayName", "password", "link"], async db =>
        {
            var (user, row) = await FindAsync(db, token, cancellationToken) ?? throw NotGood();
            db.Remove(row);
            user.DisplayName = string.IsNullOrWhiteSpace(name) ? user.DisplayName : name.Trim();
            (user.PasswordHash, user.SecurityStamp, user.LockoutEnd, user.AccessFailedCount) = (hash, UserWriter.NewStamp(), null, 0);
            return user;
        }, cancellationToken);
    }

    /// <summary>Inside the caller's transaction.</summary>
    internal async Task<OneTimeLink> MakeAsync(AppDbContext db, AppUser user, CancellationToken cancellationToken)
    {
        var token = StoredLink.NewToken(user.Id);
        StoredLink.TryRead(token, out _, out var hash);
        var stored = new StoredLink(hash, changes.Now + Life);
        await UserTokens.PutAsync(db, user.Id, UserTokens.Link, stored.ToString(), cancellationToken);
        return new OneTimeLink(user.Id, user.Email ?? "", token, stored.EndsAt);
    }

    private async Task<(AppUser User, IdentityUserToken<Guid> Row)?> FindAsync(AppDbContext db, string? token, CancellationToken cancellationToken)
    {
        if (!StoredLink.TryRead(token, out var userId, out var hash)
            || await UserTokens.FindAsync(db, userId, UserTokens.Link, cancellationToken) is not { Value: { } value } row
            || await db.Users.SingleOrDefaultAsync(user => user.Id == userId, cancellationToken) is not { DisabledAt: null } user)
        {
            return null;
        }

        var stored = StoredLink.Parse(value);
        return changes.Now < stored.EndsAt && CryptographicOperations.FixedTimeEquals(stored.Hash, hash) ? (user, row) : null;
    }

    private static AccessDeniedException NotGood() =>
        new("This link has been used or replaced, or its 72 hours are over. Ask an administrator for a new one.");
}

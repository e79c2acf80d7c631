using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace ApiAdmin.Core.Access;

/// <summary>The setting <c>Security:RequireMfa</c>: whether everybody must have a second step.</summary>
public sealed class SecondFactorRule(IConfiguration configuration, IDbContextFactory<AppDbContext> contexts)
{
    public const string Setting = "Security:RequireMfa";

    public bool IsDemanded { get; } = bool.TryParse(configuration[Setting], out var demanded) && demanded;

    /// <summary>Whether this person has yet to set it up before anything else.</summary>
    public async Task<bool> HoldsBackAsync(Actor actor, CancellationToken cancellationToken)
    {
        if (!IsDemanded || actor is not UserActor { UserId: var id })
        {
            return false;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !await db.Users.AnyAsync(user => user.Id == id && user.TwoFactorEnabled, cancellationToken);
    }
}

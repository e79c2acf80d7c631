using System.Security.Claims;
using System.Security.Cryptography;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Adds to the cookie the role's name, to be shown (rights are never read from it), and an id of this one session, so that it
/// can be ended alone.
/// </summary>
public sealed class AppClaims(UserManager<AppUser> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<AppUser>(users, options)
{
    public const string Session = "apiadmin:session";

    /// <summary>The framework makes a new principal each minute; it stays the same session.</summary>
    public static Task KeepSession(SecurityStampRefreshingPrincipalContext refreshing)
    {
        if (refreshing is { CurrentPrincipal: { } old, NewPrincipal.Identity: ClaimsIdentity identity } && old.FindFirst(Session) is { } session)
        {
            identity.TryRemoveClaim(identity.FindFirst(Session));
            identity.AddClaim(new Claim(Session, session.Value));
        }

        return Task.CompletedTask;
    }

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(AppUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        identity.AddClaim(new Claim(Session, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))));
        return identity;
    }
}

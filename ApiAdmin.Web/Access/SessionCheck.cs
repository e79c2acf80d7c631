using System.Security.Claims;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>Says whether a sign-in made earlier still holds: the account is there, switched on, and nothing ended its sessions.</summary>
public sealed class SessionCheck(UserManager<AppUser> users, IOptions<IdentityOptions> options)
{
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal)
    {
        var user = await users.GetUserAsync(principal);
        return user is { DisabledAt: null }
            && principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(user);
    }
}

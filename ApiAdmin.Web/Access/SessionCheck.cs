using System.Security.Claims;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>Says whether a sign-in made earlier still holds: the account is there, switched on, and nothing ended its sessions or this one.</summary>
public sealed class SessionCheck(UserManager<AppUser> users, EndedSessions ended, IOptions<IdentityOptions> options)
{
    public async Task<bool> HoldsAsync(ClaimsPrincipal principal)
    {
        var user = await users.GetUserAsync(principal);
        return user is { DisabledAt: null }
            && principal.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) == await users.GetSecurityStampAsync(user)
            && principal.FindFirstValue(AppClaims.Session) is { } session && !await ended.HasEndedAsync(session, CancellationToken.None);
    }

    /// <summary>
    /// For each request with a cookie, so that whatever ended the session ends it at once. The framework's own check comes
    /// after it, to renew the cookie each minute; by itself it would fail on a session that ended, since it then signs out of
    /// a scheme for second factors that there is none of here.
    /// </summary>
    public static async Task ValidateAsync(CookieValidatePrincipalContext cookie)
    {
        var check = cookie.HttpContext.RequestServices.GetRequiredService<SessionCheck>();
        if (cookie.Principal is null || !await check.HoldsAsync(cookie.Principal))
        {
            cookie.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(cookie);
    }
}

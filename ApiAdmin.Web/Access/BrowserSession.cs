using System.Security.Claims;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>Signs the browser of the present request in, in one step or two.</summary>
public sealed class BrowserSession(
    SignInManager<AppUser> sessions, UserManager<AppUser> users, SignInProof proof, IOptions<IdentityOptions> options, IHttpContextAccessor accessor)
{
    private const string Step = "TwoFactorUserId";

    private HttpContext Context => accessor.HttpContext!;

    private string StampClaim => options.Value.ClaimsIdentity.SecurityStampClaimType;

    /// <returns>Whether that was all; if not, a code is asked for next.</returns>
    public async Task<bool> BeginAsync(AppUser user)
    {
        if (!user.TwoFactorEnabled)
        {
            await sessions.SignInAsync(user, isPersistent: false);
            return true;
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString()), new Claim(StampClaim, await users.GetSecurityStampAsync(user))], Step);
        await Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, new ClaimsPrincipal(identity));
        return false;
    }

    /// <summary>Who gave the right password within the last five minutes and has yet to give a code; null when nobody.</summary>
    public async Task<AppUser?> PendingAsync()
    {
        var ticket = await Context.AuthenticateAsync(IdentityConstants.TwoFactorUserIdScheme);
        var id = ticket.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        return id is not null && await users.FindByIdAsync(id) is { DisabledAt: null, TwoFactorEnabled: true } user
            && await users.GetSecurityStampAsync(user) == ticket.Principal!.FindFirstValue(StampClaim)
            ? user
            : null;
    }

    public async Task<bool> CompleteAsync(AppUser user, string? code)
    {
        if (!await proof.CheckCodeAsync(user.Id, code, Context.RequestAborted))
        {
            return false;
        }

        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await sessions.SignInAsync(user, isPersistent: false);
        return true;
    }

    /// <summary>
    /// After a change that ended all sessions of the person who made it: this browser stays signed in. Read afresh, since
    /// this request's own context holds the person from before the change.
    /// </summary>
    public async Task RenewAsync(UserActor actor)
    {
        await using var scope = Context.RequestServices.CreateAsyncScope();
        var user = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().FindByIdAsync(actor.UserId.ToString());
        await sessions.SignInAsync(user!, isPersistent: false);
    }
}

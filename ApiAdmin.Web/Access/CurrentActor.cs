using System.Security.Claims;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Components.Authorization;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Who acts on a page: hand <see cref="GetAsync"/> to every service call. What the person may do is asked of the store
/// each time, so hiding a button is a courtesy and never the control.
/// </summary>
public sealed class CurrentActor(AuthenticationStateProvider authentication, IAuthorizer authorizer)
{
    public async ValueTask<UserActor> GetAsync()
    {
        var state = await authentication.GetAuthenticationStateAsync();
        return Of(state.User) ?? throw new AccessDeniedException("Your sign-in has ended. Sign in again.");
    }

    public async ValueTask<bool> MayAsync(Operation operation, CancellationToken cancellationToken = default) =>
        await authorizer.AllowsAsync(await GetAsync(), operation, cancellationToken);

    /// <summary>The person a cookie names, or null when nobody is signed in.</summary>
    public static UserActor? Of(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? new UserActor(id, principal.Identity?.Name ?? "")
            : null;
}

using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>
/// For endpoints that callers wait for and that skip the middleware of pages: who asks, and whether not too often, in the order in which
/// the other endpoints learn it. What the key may do is asked by the service, as everywhere.
/// </summary>
public sealed class StraightGate(IOptions<RateLimiterOptions> limits) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await LetsInAsync(context.HttpContext) ? await next(context) : Results.Empty;

    private async ValueTask<bool> LetsInAsync(HttpContext context)
    {
        var who = await context.AuthenticateAsync(ApiKeyAuthentication.Scheme);
        if (who.Principal is { } principal)
        {
            context.User = principal;
        }

        using var lease = limits.Value.GlobalLimiter!.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            context.Response.StatusCode = limits.Value.RejectionStatusCode;
            await limits.Value.OnRejected!(new OnRejectedContext { HttpContext = context, Lease = lease }, context.RequestAborted);
            return false;
        }

        if (!who.Succeeded)
        {
            await context.ChallengeAsync(ApiKeyAuthentication.Scheme);
        }

        return who.Succeeded;
    }
}

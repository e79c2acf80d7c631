using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Access;

/// <summary>
/// For endpoints that callers wait for and that skip the middleware of pages: who asks, and whether not too often, in the order in which
/// the other endpoints learn it. What the key may do is asked by the service, as everywhere.
/// </summary>
public sealed class StraightGate(ApiKeyReader keys, IOptions<RateLimiterOptions> limits)
{
    /// <returns>False: the refusal is written.</returns>
    public async ValueTask<bool> LetsInAsync(HttpContext context)
    {
        var (key, _) = await keys.ReadAsync(context);
        if (key is not null)
        {
            context.User = ApiKeyAuthentication.ToPrincipal(key);
        }

        using var lease = limits.Value.GlobalLimiter!.AttemptAcquire(context);
        if (!lease.IsAcquired)
        {
            context.Response.StatusCode = limits.Value.RejectionStatusCode;
            await limits.Value.OnRejected!(new OnRejectedContext { HttpContext = context, Lease = lease }, context.RequestAborted);
            return false;
        }

        if (key is null)
        {
            await context.ChallengeAsync(ApiKeyAuthentication.Scheme);
        }

        return key is not null;
    }
}

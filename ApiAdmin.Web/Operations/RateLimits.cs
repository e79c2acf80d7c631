using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using ApiAdmin.Web.Access;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// How much one client may ask: a bucket for each person or key, one bucket for all others together (so forged
/// addresses cannot fill memory), sign-in per address, open pages per person. Runs after authentication.
/// </summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Circuits = "circuits";

    private const int BurstSeconds = 10;

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<WebOptions>, ILoggerFactory>((limiter, options, loggers) =>
        {
            var limits = options.Value.RateLimits;
            var logger = loggers.CreateLogger(typeof(RateLimits));
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context => Requests(context, limits));
            limiter.AddPolicy(SignIn, context => Attempts(context, limits));
            limiter.AddPolicy(Circuits, context => OpenPages(context, limits));
            limiter.OnRejected = (rejected, _) => Refuse(rejected, logger);
        });
    }

    private static RateLimitPartition<string> Requests(HttpContext context, RateLimitOptions limits)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null
            || Paths.IsUnder(context.Request, "/health"))
        {
            return RateLimitPartition.GetNoLimiter("free");
        }

        var isQuery = Paths.IsUnder(context.Request, "/api/v1/customers/query");
        return Who(context) is { } who
            ? isQuery ? Bucket($"query {who}", limits.QueriesPerSecond) : Bucket(who, limits.PerSecond)
            : Bucket("anonymous", limits.AnonymousPerSecond);
    }

    private static RateLimitPartition<string> Bucket(string partition, int perSecond) =>
        RateLimitPartition.GetTokenBucketLimiter(partition, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * BurstSeconds,
            TokensPerPeriod = perSecond,
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            QueueLimit = 0,
        });

    private static RateLimitPartition<string> Attempts(HttpContext context, RateLimitOptions limits) =>
        HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Network(context.Connection.RemoteIpAddress), _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = limits.SignInPerMinute,
                Window = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            })
            : RateLimitPartition.GetNoLimiter("reading");

    // The lease is held as long as the socket lives, so this counts open pages.
    private static RateLimitPartition<string> OpenPages(HttpContext context, RateLimitOptions limits) =>
        RateLimitPartition.GetConcurrencyLimiter(Who(context) ?? "anonymous", _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.CircuitsPerUser,
            QueueLimit = 0,
        });

    private static string? Who(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, AuthenticationType: var kind }
            ? $"{kind}:{context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue(ApiKeyAuthentication.KeyIdClaim)}"
            : null;

    // Someone with an IPv6 line has 2^64 addresses; the network is the one that counts.
    private static string Network(IPAddress? address) => address switch
    {
        null => "unknown",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes(), 0, 8),
        _ => address.MapToIPv4().ToString(),
    };

    private static ValueTask Refuse(OnRejectedContext rejected, ILogger logger)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? known : TimeSpan.FromSeconds(1);
        var response = rejected.HttpContext.Response;
        response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        OperationsLog.TooMany(logger, LogText.Safe(rejected.HttpContext.Request.Path), Who(rejected.HttpContext) ?? "anonymous");
        return ValueTask.CompletedTask;
    }
}

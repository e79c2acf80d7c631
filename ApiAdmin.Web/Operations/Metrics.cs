using ApiAdmin.Core;
using ApiAdmin.Web.Access;
using OpenTelemetry.Metrics;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// <c>/metrics</c> as Prometheus reads it. Labels come from a closed list, so that neither a person, a key, a name nor an
/// address can ever stand in one, and the number of series does not follow what outsiders send.
/// </summary>
public static class Metrics
{
    public const string Path = "/metrics";

    private const string Policy = "Metrics";

    private static readonly string[] Labels =
    [
        "outcome", "http.request.method", "http.response.status_code", "http.route", "aspnetcore.routing.match_status",
        "aspnetcore.rate_limiting.policy", "aspnetcore.rate_limiting.result", "error.type", "gc.heap.generation", "cpu.mode",
    ];

    public static void AddMetricsPage(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(
                CoreMeters.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.RateLimiting",
                "Microsoft.AspNetCore.Components.Server.Circuits")
            .AddView("*", new MetricStreamConfiguration { TagKeys = Labels })
            .AddMeter("System.Runtime")
            .AddPrometheusExporter());
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy
            .AddAuthenticationSchemes(ApiKeyAuthentication.Scheme)
            .RequireAssertion(reader => reader.User.Identity is { IsAuthenticated: true } || (reader.Resource is HttpContext context && IsLocal(context))));
    }

    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapPrometheusScrapingEndpoint(Path).RequireAuthorization(Policy).ExcludeFromDescription();

    /// <summary>
    /// Peer and name both, and no sign of a proxy: one on this machine that is not among the known ones would otherwise
    /// lend its own address to everybody.
    /// </summary>
    private static bool IsLocal(HttpContext context) =>
        PlainHttpGate.IsLoopback(context)
        && !context.Request.Headers.Keys.Any(name =>
            name.StartsWith("X-Forwarded-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("X-Original-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Forwarded", StringComparison.OrdinalIgnoreCase) || name.Equals("X-Real-IP", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Via", StringComparison.OrdinalIgnoreCase));
}

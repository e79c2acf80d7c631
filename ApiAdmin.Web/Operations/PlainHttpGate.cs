using System.Net;
using ApiAdmin.Web.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticAssets;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// Over plain http only this machine itself may sign in: a password or cookie would cross the network in clear. Every
/// other page request over http gets the page that says how to come by https.
/// </summary>
public static class PlainHttpGate
{
    public static void UsePlainHttpGate(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (context.Request.IsHttps || IsLoopback(context) || !NeedsSignIn(context))
        {
            await next(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        if (Paths.ForPeople(context.Request))
        {
            await new RazorComponentResult<HttpsNeeded>(new { context.Request.Host.Host }).ExecuteAsync(context);
        }
    });

    // Both the name and the peer: a proxy on this machine that is not among the known ones forwards foreign names.
    public static bool IsLoopback(HttpContext context) =>
        SiteAddress.IsLoopback(context.Request.Host.Host)
        && (context.Connection.RemoteIpAddress is not { } remote || IPAddress.IsLoopback(remote));

    private static bool NeedsSignIn(HttpContext context) =>
        (Paths.ForPeople(context.Request) || Paths.IsUnder(context.Request, "/_blazor"))
        && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null;
}

using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>Every status, and chains of redirects.</summary>
internal static class SandboxStatus
{
    private const int LongestChain = 60;

    private static readonly int[] Redirects = [301, 302, 303, 307, 308];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("/status/{code:int:range(200,599)}", StatusAsync);
        routes.Map("/redirect/loop", context => RedirectAsync(context, "/redirect/loop"));
        routes.Map($"/redirect/{{n:int:range(0,{LongestChain.ToString(CultureInfo.InvariantCulture)})}}", ChainAsync);
    }

    private static Task StatusAsync(HttpContext context)
    {
        var status = int.Parse(SandboxAnswer.Route(context, "code"), CultureInfo.InvariantCulture);
        if (status is 204 or 205 or 304)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        if (status is 429 or 503)
        {
            context.Response.Headers.RetryAfter = "1";
        }

        return SandboxAnswer.JsonAsync(context, status, new { status, reason = ReasonPhrases.GetReasonPhrase(status) });
    }

    private static Task ChainAsync(HttpContext context)
    {
        var left = int.Parse(SandboxAnswer.Route(context, "n"), CultureInfo.InvariantCulture);
        return left == 0
            ? SandboxAnswer.JsonAsync(context, StatusCodes.Status200OK, new { arrived = true, method = context.Request.Method })
            : RedirectAsync(context, $"/redirect/{(left - 1).ToString(CultureInfo.InvariantCulture)}");
    }

    private static Task RedirectAsync(HttpContext context, string path)
    {
        var status = SandboxAnswer.Number(context, "status", StatusCodes.Status302Found, 308);
        if (!Redirects.Contains(status))
        {
            throw new BadHttpRequestException("status must be 301, 302, 303, 307 or 308.");
        }

        context.Response.Headers.Location = SandboxAnswer.Link(context, path) + context.Request.QueryString;
        return SandboxAnswer.JsonAsync(context, status, new { next = path });
    }
}

using System.Text;
using Microsoft.Extensions.Primitives;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>Three locked doors with published keys, to try authentication on.</summary>
internal static class SandboxAuth
{
    public const string User = "demo";
    public const string Password = "sandbox-password";
    public const string Token = "sandbox-token";
    public const string Key = "sandbox-key";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"));
        routes.MapRead("/auth/basic", context => CheckAsync(context, context.Request.Headers.Authorization == basic, "Basic realm=\"sandbox\", charset=\"UTF-8\""));
        routes.MapRead("/auth/bearer", context => CheckAsync(context, context.Request.Headers.Authorization == $"Bearer {Token}", "Bearer realm=\"sandbox\""));
        routes.MapRead("/auth/key", context => CheckAsync(context, IsKey(context), "ApiKey realm=\"sandbox\""));
    }

    private static bool IsKey(HttpContext context) =>
        context.Request.Headers["X-Api-Key"] == new StringValues(Key) || context.Request.Query["api_key"] == new StringValues(Key);

    private static Task CheckAsync(HttpContext context, bool passed, string challenge)
    {
        if (passed)
        {
            return SandboxAnswer.JsonAsync(context, StatusCodes.Status200OK, new { authenticated = true });
        }

        context.Response.Headers.WWWAuthenticate = challenge;
        return SandboxAnswer.JsonAsync(context, StatusCodes.Status401Unauthorized, new { authenticated = false });
    }
}

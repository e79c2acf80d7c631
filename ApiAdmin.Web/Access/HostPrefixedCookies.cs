using Microsoft.AspNetCore.Authentication.Cookies;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Over https the sign-in cookie carries the prefix <c>__Host-</c>, so that no other site of the domain can plant one;
/// over http, which is loopback only, browsers would refuse that prefix.
/// </summary>
public sealed class HostPrefixedCookies : ICookieManager
{
    private readonly ChunkingCookieManager inner = new();

    public string? GetRequestCookie(HttpContext context, string key) => inner.GetRequestCookie(context, Name(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        inner.AppendResponseCookie(context, Name(context, key), value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        inner.DeleteCookie(context, Name(context, key), options);

    private static string Name(HttpContext context, string key) => context.Request.IsHttps ? "__Host-" + key : key;
}

using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Core.Invocation.Outbound;

namespace ApiAdmin.Core.Invocation.Redirects;

/// <summary>What is asked at the next hop (RFC 9110, section 15.4), and what of the request may not go along.</summary>
internal static class RedirectRules
{
    public static bool IsRedirect(int status) => status is 301 or 302 or 303 or 307 or 308;

    /// <summary>
    /// To another origin goes nothing that the definition or the caller put in: no header, cookie, credential or body.
    /// Within the origin everything stays, but for the body of a request that becomes a GET.
    /// </summary>
    public static BuiltRequest Next(BuiltRequest previous, int status, TargetUrl target)
    {
        var method = Method(previous.Method, status);
        var next = previous with
        {
            Method = method,
            Scheme = target.Scheme,
            Host = target.Host,
            Port = target.Port,
            Target = MaskedText.Plain(target.Target),
        };
        var sameOrigin = next.Origin == previous.Origin;
        var keepsBody = sameOrigin && method == previous.Method;
        return next with
        {
            Body = keepsBody ? previous.Body : null,
            Secrets = sameOrigin ? previous.Secrets : [],
            Headers = [.. Headers(previous, next, sameOrigin, keepsBody)],
        };
    }

    private static string Method(string method, int status) =>
        (status == 303 && method != "HEAD") || (status is 301 or 302 && method == "POST") ? "GET" : method;

    private static IEnumerable<BuiltHeader> Headers(BuiltRequest previous, BuiltRequest next, bool sameOrigin, bool keepsBody)
    {
        var kept = previous.Headers.Where(h => sameOrigin || h.IsDefault).Where(h => keepsBody || !WireHeaders.IsOfContent(h.Name));
        foreach (var header in kept)
        {
            yield return header.Name == "Host"
                ? header with { Value = MaskedText.Plain(next.Origin[(next.Scheme.Length + 3)..]) }
                : header;
        }

        if (!keepsBody && next.Method is "POST" or "PUT" or "PATCH")
        {
            yield return new BuiltHeader("Content-Length", MaskedText.Plain("0"), IsDefault: true);
        }
    }
}

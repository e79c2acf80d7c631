using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>
/// An absolute http(s) URL taken apart by us, not by a parser that mends what it reads: no user name, no backslash, no
/// control character or space, a canonical host. What other parsers would read differently is refused.
/// </summary>
/// <param name="Target">Path and query as typed, at least <c>/</c>; the fragment is dropped.</param>
public sealed record TargetUrl(string Scheme, string Host, int Port, string Target)
{
    public static bool TryParse(string text, [NotNullWhen(true)] out TargetUrl? url, out string problem)
    {
        url = null;
        var scheme = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https"
            : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? "http" : null;
        if (scheme is null)
        {
            problem = "Only addresses that begin with http:// or https:// can be called.";
            return false;
        }

        if (text.Any(c => c <= ' ' || c == '\\' || c == '\u007f' || char.IsWhiteSpace(c)))
        {
            problem = "The address holds a space, a control character or a backslash; write those escaped (%20), and slashes as /.";
            return false;
        }

        var rest = text[(scheme.Length + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        var authority = end < 0 ? rest : rest[..end];
        if (!TrySplit(authority, scheme, out var typedHost, out var port, out problem) || !TryCanonical(typedHost, scheme, out var host, out problem))
        {
            return false;
        }

        url = new TargetUrl(scheme, host, port, PathAndQuery(end < 0 ? "" : rest[end..]));
        return true;
    }

    private static bool TryCanonical(string typed, string scheme, out string host, out string problem)
    {
        problem = CanonicalHost.Fault(typed, scheme, null)?.Message ?? "";
        host = problem.Length == 0 ? CanonicalHost.Ascii(typed)! : "";
        return problem.Length == 0;
    }

    private static bool TrySplit(string authority, string scheme, out string host, out int port, out string problem)
    {
        (host, port, problem) = (authority, scheme == "https" ? 443 : 80, "");
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            problem = "The address holds a user name before an @; take it out and use Authentication instead.";
            return false;
        }

        var colon = authority.LastIndexOf(':');
        if (colon < 0 || (authority.StartsWith('[') && authority.EndsWith(']')))
        {
            return true;
        }

        host = authority[..colon];
        var digits = authority.AsSpan(colon + 1);
        if (digits.Length is 0 or > 5 || digits[0] == '0'
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port > 65_535)
        {
            problem = $"\"{authority}\" does not end in a port from 1 to 65535; write host:port or leave the port out.";
            return false;
        }

        return true;
    }

    private static string PathAndQuery(string text)
    {
        var fragment = text.IndexOf('#', StringComparison.Ordinal);
        var target = fragment < 0 ? text : text[..fragment];
        return target.StartsWith('/') ? target : "/" + target;
    }
}

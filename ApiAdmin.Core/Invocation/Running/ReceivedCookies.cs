using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>What an answer's <c>Set-Cookie</c> headers ask for (RFC 6265, section 5.2). The value is a credential and is left behind here.</summary>
internal static class ReceivedCookies
{
    private const int Most = 100;

    public static ValueList<ReportCookie> Of(ValueList<ReportHeader> headers, Redactor redactor)
    {
        List<ReportCookie>? cookies = null;
        foreach (var header in headers)
        {
            if (header.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase) && cookies is not { Count: >= Most })
            {
                (cookies ??= []).Add(Read(header.Value, redactor));
            }
        }

        return cookies is null ? [] : [.. cookies];
    }

    private static ReportCookie Read(string header, Redactor redactor)
    {
        var parts = header.Split(';', StringSplitOptions.TrimEntries);
        var (name, value) = Pair(parts[0]);

        // Without an equals sign all of it is the value.
        var cookie = new ReportCookie { Name = value is null ? "" : redactor.Redact(name) };
        foreach (var part in parts.AsSpan(1))
        {
            var (attribute, text) = Pair(part);
            var shown = redactor.Redact(text ?? "");
            cookie = attribute.ToLowerInvariant() switch
            {
                "domain" => cookie with { Domain = shown },
                "path" => cookie with { Path = shown },
                "expires" => cookie with { Expires = shown },
                "max-age" => cookie with { MaxAge = shown },
                "samesite" => cookie with { SameSite = shown },
                "secure" => cookie with { Secure = true },
                "httponly" => cookie with { HttpOnly = true },
                _ => cookie,
            };
        }

        return cookie;
    }

    private static (string Name, string? Value) Pair(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (text[..at].Trim(), text[(at + 1)..].Trim()) : (text, null);
}

using System.Buffers;
using System.Collections.Concurrent;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>What HTTP and .NET do with header names, so that the preview says what goes over the wire.</summary>
internal static class WireHeaders
{
    private const int MostRemembered = 1_000;

    private static readonly HashSet<string> Ours = new(StringComparer.OrdinalIgnoreCase)
    {
        "Host", "Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive", "TE", "Upgrade", "Expect", "Trailer", "HTTP2-Settings",
    };

    private static readonly HashSet<string> OfContent = new(StringComparer.OrdinalIgnoreCase)
    {
        "Allow", "Content-Disposition", "Content-Encoding", "Content-Language", "Content-Length", "Content-Location",
        "Content-MD5", "Content-Range", "Content-Type", "Expires", "Last-Modified",
    };

    /// <summary>RFC 9110, section 5.6.2.</summary>
    private static readonly SearchValues<char> TokenChars = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    /// <summary>.NET keeps these with the body and writes them after all others.</summary>
    public static bool IsOfContent(string name) => OfContent.Contains(name);

    /// <summary>Why a definition cannot set this header, with the cure; null when it can.</summary>
    public static string? Problem(string name)
    {
        if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(TokenChars))
        {
            return $"The header name {Quoted.Text(name)} is none. Use letters, digits and hyphens.";
        }

        return Ours.Contains(name) || name.StartsWith("Proxy-", StringComparison.OrdinalIgnoreCase)
            ? $"The header \"{name}\" belongs to the connection and cannot be set. Remove the row."
            : null;
    }

    /// <summary>.NET writes the names it knows in their own spelling (<c>user-agent</c> goes as <c>User-Agent</c>).</summary>
    public static string NameOf(string name)
    {
        if (Names.TryGetValue(name, out var known))
        {
            return known;
        }

        var wire = Spelling(name);
        return Names.Count < MostRemembered ? Names.GetOrAdd(name, wire) : wire;
    }

    private static string Spelling(string name)
    {
        using var message = new HttpRequestMessage();
        using var content = new ByteArrayContent([]);
        System.Net.Http.Headers.HttpHeaders headers = IsOfContent(name) ? content.Headers : message.Headers;
        return headers.TryAddWithoutValidation(name, "x") ? headers.NonValidated.First().Key : name;
    }
}

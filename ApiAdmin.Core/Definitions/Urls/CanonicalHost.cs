using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Urls;

/// <summary>
/// The one form a host may be typed in. Other parsers read <c>010.0.0.1</c>, <c>0x7f.1</c> or full-width digits
/// differently from ours, so every other form is refused and the canonical one shown.
/// Upper case is no other reading. A name in its Unicode form is canonical when it survives the way to its A-labels and
/// back (UTS #46).
/// </summary>
public static partial class CanonicalHost
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = false, AllowUnassigned = false };

    /// <summary>The host as it goes over the wire: lower-case A-labels or a literal; null when it is no host at all.</summary>
    public static string? Ascii(string host)
    {
        if (host.StartsWith('['))
        {
            return CanonicalIPv6(host);
        }

        if (host.Contains('%', StringComparison.Ordinal) || ToAscii(host) is not { } ascii)
        {
            return null;
        }

        ascii = ascii.TrimEnd('.').ToLowerInvariant();
        return EndsInANumber(ascii) ? CanonicalIPv4(ascii) : IsName(ascii) ? ascii : null;
    }

    /// <summary>Whether the typed form is the canonical one, in A-labels or in Unicode.</summary>
    public static bool IsCanonical(string host) =>
        Ascii(host) is { } ascii
        && (string.Equals(host, ascii, StringComparison.OrdinalIgnoreCase)
            || (!IsAscii(host) && string.Equals(ToUnicode(ascii), host.ToLowerInvariant(), StringComparison.Ordinal)));

    internal static UrlFault? Fault(string host, string scheme, string? port)
    {
        if (Ascii(host) is not { } ascii)
        {
            return new(FindingCodes.Malformed, $"{Quoted.Text(host)} is not a host name or address; write for example {scheme}://crm.example.com/ or {scheme}://203.0.113.7/.");
        }

        return IsCanonical(host) ? null : new(
            FindingCodes.NotAllowed,
            $"The host {Quoted.Text(host)} can be read in more than one way; write it in its one form: {scheme}://{ascii}{(port is null ? "" : ":" + port)}/ and then the path.");
    }

    private static string? CanonicalIPv6(string host)
    {
        var isLiteral = host.EndsWith(']') && !host.Contains('%', StringComparison.Ordinal)
            && IPAddress.TryParse(host.AsSpan(1, host.Length - 2), out var address)
            && address.AddressFamily == AddressFamily.InterNetworkV6;
        return isLiteral ? $"[{IPAddress.Parse(host.AsSpan(1, host.Length - 2))}]" : null;
    }

    /// <summary>WHATWG URL, "ends in a number": such a host is an IPv4 address or nothing.</summary>
    private static bool EndsInANumber(string ascii)
    {
        var last = ascii.AsSpan(ascii.LastIndexOf('.') + 1);
        return last.Length > 0 && (!last.ContainsAnyExceptInRange('0', '9') || IsHexNumber(last));
    }

    private static bool IsHexNumber(ReadOnlySpan<char> text) =>
        text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && !text[2..].ContainsAnyExcept(HexDigits);

    private static string? CanonicalIPv4(string ascii) =>
        IPAddress.TryParse(ascii, out var address) && address.AddressFamily == AddressFamily.InterNetwork ? address.ToString() : null;

    private static bool IsName(string ascii) => ascii.Length is > 0 and <= 253 && Name().IsMatch(ascii);

    private static bool IsAscii(string host) => System.Text.Ascii.IsValid(host);

    private static string? ToAscii(string host)
    {
        if (host.Length == 0 || host.Length > 1_000)
        {
            return null;
        }

        try
        {
            return IsAscii(host) ? host : Idn.GetAscii(host);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? ToUnicode(string ascii)
    {
        try
        {
            return Idn.GetUnicode(ascii);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // The underscore is in no host name of RFC 1123, but in those of container networks.
    [GeneratedRegex(@"^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}

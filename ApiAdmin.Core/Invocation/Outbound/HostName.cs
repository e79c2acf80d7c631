using System.Net;
using System.Net.Sockets;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>
/// The one form a host may be written in. Parsers disagree over <c>010.0.0.1</c>, <c>0x7f.1</c>, <c>①②⑦.0.0.1</c> and
/// their kin, so a host that is not already canonical is refused and the canonical form shown, never silently used.
/// </summary>
public static class HostName
{
    private const int LongestName = 253;

    /// <summary>Takes a host as typed; <paramref name="host"/> is an A-label name in lower case or an address literal (IPv6 with brackets).</summary>
    /// <returns>False with <paramref name="problem"/>, one sentence with the cure.</returns>
    public static bool TryCanonical(string typed, out string host, out string problem)
    {
        host = "";
        problem = "";
        if (typed.Length == 0)
        {
            problem = "The address has no host; write it as https://host/path.";
            return false;
        }

        if (typed[0] == '[')
        {
            return TryLiteral(typed, out host, out problem);
        }

        if (!Uri.TryCreate($"http://{typed}/", UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.AbsolutePath != "/")
        {
            problem = $"\"{typed}\" is not a host name; write letters, digits, hyphens and dots, or an address.";
            return false;
        }

        if (typed.EndsWith('.'))
        {
            problem = $"\"{typed}\" ends in a dot; write it without.";
            return false;
        }

        var canonical = uri.IdnHost.ToLowerInvariant();
        if (IPAddress.TryParse(canonical, out var address))
        {
            return IsSame(typed, address.ToString(), out host, out problem);
        }

        // The letters of a name may be any that IDNA knows (bücher.example); what must not happen is that look-alike
        // characters fold into other ASCII than the person sees, so a name that is not ASCII is judged by its round trip.
        var isAscii = typed.All(char.IsAscii);
        if (!IsName(canonical) || (isAscii && !string.Equals(typed, canonical, StringComparison.OrdinalIgnoreCase)) || (!isAscii && !RoundTrips(typed, canonical)))
        {
            problem = IsName(canonical)
                ? $"\"{typed}\" is another way to write \"{canonical}\"; write it like that."
                : $"\"{typed}\" is not a host name; write letters, digits, hyphens and dots, or an address.";
            return false;
        }

        host = canonical;
        return true;
    }

    private static bool TryLiteral(string typed, out string host, out string problem)
    {
        host = "";
        if (typed[^1] != ']' || typed.Contains('%', StringComparison.Ordinal)
            || !IPAddress.TryParse(typed.AsSpan(1, typed.Length - 2), out var address) || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            problem = $"\"{typed}\" is not an IPv6 address in brackets, or it has a zone; write it as [2606:4700::1111].";
            return false;
        }

        return IsSame(typed, address.ToHostText(), out host, out problem);
    }

    private static bool IsSame(string typed, string canonical, out string host, out string problem)
    {
        var same = string.Equals(typed, canonical, StringComparison.OrdinalIgnoreCase);
        host = same ? canonical : "";
        problem = same ? "" : $"\"{typed}\" is another way to write the address {canonical}; write it like that.";
        return same;
    }

    private static bool RoundTrips(string typed, string canonical)
    {
        try
        {
            var unicode = new System.Globalization.IdnMapping().GetUnicode(canonical);
            return string.Equals(unicode, typed.ToLowerInvariant(), StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static bool IsName(string name)
    {
        if (name.Length is 0 or > LongestName)
        {
            return false;
        }

        var labels = name.Split('.');

        // A last label of digits only is an IPv4 address that another parser would read differently (WHATWG URL, "ends in a number").
        return labels.All(IsLabel) && !IsNumber(labels[^1]);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-'
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private static bool IsNumber(string label) =>
        label.All(char.IsAsciiDigit) || (label.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && label[2..].All(char.IsAsciiHexDigit));
}

using System.Globalization;

namespace ApiAdmin.Core.Definitions.Urls;

/// <summary>Host and port between <c>://</c> and the path (RFC 3986, section 3.2), without userinfo.</summary>
internal static class UrlAuthority
{
    public static (string Host, int? Port) Parse(string authority, string scheme, List<UrlFault> faults)
    {
        if (authority.Contains('@', StringComparison.Ordinal))
        {
            faults.Add(new(FindingCodes.NotAllowed, "A user name or password in front of the host (\"@\") is not allowed; use Authentication with a secret."));
            authority = authority[(authority.LastIndexOf('@') + 1)..];
        }

        if (authority.Length == 0)
        {
            faults.Add(new(FindingCodes.Required, $"The host is missing behind {scheme}://; write for example {scheme}://crm.example.com/."));
            return ("", null);
        }

        if (authority.IndexOfAny(['{', '}']) >= 0)
        {
            faults.Add(new(FindingCodes.NotAllowed, "\"{…}\" is not allowed in host or port: {name} only stands in the path, and {{system.sandbox.url}} only at the very beginning."));
            return ("", null);
        }

        var (host, port) = Split(authority);
        if (CanonicalHost.Fault(host, scheme, port) is { } fault)
        {
            faults.Add(fault);
        }

        return (host, ParsePort(port, faults));
    }

    private static (string Host, string? Port) Split(string authority)
    {
        var afterHost = authority[0] == '[' ? authority.IndexOf(']', StringComparison.Ordinal) : 0;
        var colon = afterHost < 0 ? -1 : authority.IndexOf(':', afterHost);
        return colon < 0 ? (authority, null) : (authority[..colon], authority[(colon + 1)..]);
    }

    private static int? ParsePort(string? port, List<UrlFault> faults)
    {
        if (port is null)
        {
            return null;
        }

        if (int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number is >= 1 and <= 65_535
            && port[0] != '0')
        {
            return number;
        }

        faults.Add(new(FindingCodes.OutOfRange, $"The port {Quoted.Text(port)} is not a number from 1 to 65535; mend it or leave it out with its colon."));
        return null;
    }
}

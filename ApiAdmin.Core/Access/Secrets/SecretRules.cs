using System.Buffers;
using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Access;

/// <summary>What a secret's name, value and hosts may be; every message says how to mend it and none repeats the value.</summary>
internal static class SecretRules
{
    private const int LongestName = 64;
    private const int LongestValue = 8 * 1024;
    private const int MostHosts = 50;
    private const int LongestHost = 253;

    private static readonly SearchValues<char> UrlMarks = SearchValues.Create("/\\?#@ ");

    public static IEnumerable<Finding> CheckName(string name)
    {
        var wellFormed = name.Length is > 0 and <= LongestName && name.Split('-').All(
            part => part.Length > 0 && part.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)));
        if (!wellFormed)
        {
            yield return new Finding("name", FindingCodes.Malformed,
                "The secret's name must be lower-case letters, digits and single hyphens, at most 64, such as orders-token.");
        }
    }

    public static IEnumerable<Finding> CheckValue(string value)
    {
        if (value.Length == 0)
        {
            yield return new Finding("value", FindingCodes.Required, "The secret needs a value.");
        }
        else if (Encoding.UTF8.GetByteCount(value) > LongestValue)
        {
            yield return new Finding("value", FindingCodes.TooLong, "The secret's value is longer than 8 KiB. Give a shorter one.");
        }

        if (value.Any(char.IsControl) || value.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar))
        {
            yield return new Finding("value", FindingCodes.InvalidCharacter,
                "The secret's value holds a line break or another control character. Paste it as one line.");
        }

        if (value.Trim(' ').Length != value.Length)
        {
            yield return new Finding("value", FindingCodes.InvalidCharacter,
                "The secret's value begins or ends with a space, which no header can carry. Paste it without.");
        }
    }

    /// <summary>The hosts as they are compared: lower case, each alone or with its port, every one once.</summary>
    public static IReadOnlyList<string> CheckHosts(IReadOnlyList<string> hosts, List<Finding> findings)
    {
        if (hosts.Count is 0 or > MostHosts)
        {
            findings.Add(new Finding("hosts", hosts.Count == 0 ? FindingCodes.Required : FindingCodes.TooLong,
                "Name 1 to 50 hosts that the secret may be sent to, such as crm.example.com."));
        }

        var canonical = new List<string>();
        for (var i = 0; i < hosts.Count && i < MostHosts; i++)
        {
            var typed = (hosts[i] ?? "").ToLowerInvariant();
            if (HostProblem(typed) is { } problem)
            {
                findings.Add(new Finding(string.Create(CultureInfo.InvariantCulture, $"hosts[{i}]"), problem.Code, problem.Message));
            }
            else
            {
                canonical.Add(typed);
            }
        }

        return [.. canonical.Distinct(StringComparer.Ordinal)];
    }

    private static (string Code, string Message)? HostProblem(string host)
    {
        if (host.Contains('*', StringComparison.Ordinal))
        {
            return (FindingCodes.NotAllowed, "A host with * would send the secret to hosts nobody named. List each host.");
        }

        if (host.Contains("//", StringComparison.Ordinal) || host.AsSpan().ContainsAny(UrlMarks))
        {
            return (FindingCodes.Malformed, "Give only the host, or host:port, such as crm.example.com; no URL.");
        }

        if (host.Length is 0 or > LongestHost || host.EndsWith('.')
            || !Uri.TryCreate("http://" + host, UriKind.Absolute, out var uri) || NameOf(uri) is not { } name)
        {
            return (FindingCodes.Malformed, "This is no host. Write it as crm.example.com, crm.example.com:8443 or 10.1.2.3:8443.");
        }

        // The invoker compares text with text, so only the form that it sees after parsing can ever match.
        var form = Port(host) is { } port ? $"{name}:{port}" : name;
        return form == host ? null : (FindingCodes.Malformed, $"Write this host as {form}: the form in which addresses are compared.");
    }

    /// <summary>Null for letters that no host name may have: the parser lets them in and only here says so, by throwing.</summary>
    private static string? NameOf(Uri uri)
    {
        try
        {
            return uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static string? Port(string host)
    {
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') && int.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port.ToString(CultureInfo.InvariantCulture)
            : null;
    }
}

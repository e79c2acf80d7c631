using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using ApiAdmin.Core.Definitions.Urls;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>One entry of <c>Outbound:Allow</c>: a network and port, or a host name and port.</summary>
public sealed record AllowRule
{
    private AllowRule(string text, IPNetwork? network, string? host, int port)
    {
        Text = text;
        Network = network;
        Host = host;
        Port = port;
    }

    /// <summary>The entry as configured; the report names it when it let an address through.</summary>
    public string Text { get; }

    public IPNetwork? Network { get; }

    /// <summary>Canonical host name; the addresses it resolves to are allowed on the port, metadata excepted.</summary>
    public string? Host { get; }

    public int Port { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out AllowRule? rule, out string problem)
    {
        rule = null;
        problem = "write it as CIDR:port or host:port, for example 10.1.2.0/24:8443 or [fd00:1::/64]:8443.";
        var entry = text.Trim();
        var colon = entry.LastIndexOf(':');
        if (colon <= 0 || !int.TryParse(entry.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            return false;
        }

        if (port is < 1 or > 65_535)
        {
            problem = "the port must be from 1 to 65535.";
            return false;
        }

        var target = entry[..colon];
        var bare = target is ['[', .. var inside, ']'] ? inside : target;
        if (bare.Contains('/', StringComparison.Ordinal))
        {
            return TryParseNetwork(entry, bare, port, out rule, ref problem);
        }

        if (IPAddress.TryParse(bare, out var address))
        {
            if (!string.Equals(address.ToString(), bare, StringComparison.OrdinalIgnoreCase) || address.ScopeIdOrZero() != 0)
            {
                problem = $"the address is not in its usual form; write {address}.";
                return false;
            }

            rule = new AllowRule(entry, new IPNetwork(address, address.GetAddressBytes().Length * 8), null, port);
            return true;
        }

        if (!CanonicalHost.IsCanonical(target))
        {
            problem = $"\"{target}\" is not a host name in its usual form; write letters, digits, hyphens and dots.";
            return false;
        }

        rule = new AllowRule(entry, null, CanonicalHost.Ascii(target), port);
        return true;
    }

    public bool Covers(string host, IPAddress address, int port) =>
        port == Port && (Network is { } network ? network.Contains(address) : host == Host);

    private static bool TryParseNetwork(string entry, string cidr, int port, out AllowRule? rule, ref string problem)
    {
        rule = null;
        if (!IPNetwork.TryParse(cidr, out var network) || !string.Equals(network.ToString(), cidr, StringComparison.OrdinalIgnoreCase))
        {
            problem = "the network is not a CIDR range whose bits after the prefix are zero, for example 10.1.2.0/24.";
            return false;
        }

        rule = new AllowRule(entry, network, null, port);
        return true;
    }
}

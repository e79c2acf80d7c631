using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>
/// Which addresses are not public, by the IANA special-purpose registries (RFC 6890 and updates) and by how an IPv6
/// address can carry an IPv4 one. Source: the registries of 2025-10-09 and the range lists of known guards.
/// </summary>
public static class SpecialRanges
{
    private static readonly ImmutableArray<Range> V4 =
    [
        new("0.0.0.0/8", "this network"), new("10.0.0.0/8", "a private network"), new("100.64.0.0/10", "a carrier's shared network"),
        new("127.0.0.0/8", "this machine itself"), new("168.63.129.16/32", "a cloud's host service"),
        new("169.254.0.0/16", "link-local"), new("172.16.0.0/12", "a private network"), new("192.0.0.0/24", "reserved for protocols"),
        new("192.0.2.0/24", "reserved for documentation"), new("192.31.196.0/24", "reserved for AS112"), new("192.52.193.0/24", "reserved for AMT"),
        new("192.88.99.0/24", "a 6to4 relay"), new("192.168.0.0/16", "a private network"), new("192.175.48.0/24", "reserved for AS112"),
        new("198.18.0.0/15", "reserved for benchmarks"), new("198.51.100.0/24", "reserved for documentation"),
        new("203.0.113.0/24", "reserved for documentation"), new("224.0.0.0/4", "multicast"), new("240.0.0.0/4", "reserved or broadcast"),
    ];

    private static readonly ImmutableArray<Range> V6 =
    [
        new("::/128", "the unspecified address"), new("::1/128", "this machine itself"), new("64:ff9b::/96", "NAT64"),
        new("64:ff9b:1::/48", "local NAT64"), new("100::/64", "the discard range"), new("fc00::/7", "a private network (unique local)"),
        new("fe80::/10", "link-local"), new("fec0::/10", "site-local"), new("ff00::/8", "multicast"), new("5f00::/16", "segment routing"),
        new("2001::/23", "reserved for protocols (Teredo, ORCHID, benchmarks)"), new("2001:db8::/32", "reserved for documentation"),
        new("2002::/16", "6to4"), new("2620:4f:8000::/48", "reserved for AS112"), new("3fff::/20", "reserved for documentation"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>What kind of special address it is, in words that follow "it is"; null for a public one.</summary>
    public static string? Kind(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return In(V4, address);
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return "not an internet address";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return "an IPv4 address written as IPv6";
        }

        if (address.ScopeId != 0)
        {
            return "bound to one network interface (it has a zone)";
        }

        return In(V6, address) ?? (IsIsatap(address) ? "an ISATAP address that carries IPv4" : NotGlobal(address));
    }

    private static string? NotGlobal(IPAddress address) => GlobalUnicast.Contains(address) ? null : "outside the public IPv6 range";

    /// <summary>RFC 5214: the interface id 0000:5efe or 0200:5efe followed by the IPv4 address.</summary>
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out _) && bytes[8] is 0x00 or 0x02 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
    }

    private static string? In(ImmutableArray<Range> ranges, IPAddress address)
    {
        foreach (var range in ranges)
        {
            if (range.Network.Contains(address))
            {
                return range.Kind;
            }
        }

        return null;
    }

    private sealed record Range(IPNetwork Network, string Kind)
    {
        public Range(string cidr, string kind)
            : this(IPNetwork.Parse(cidr), kind)
        {
        }
    }
}

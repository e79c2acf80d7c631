using System.Net;
using System.Net.Sockets;

namespace ApiAdmin.Core.Invocation.Outbound;

internal static class AddressExtensions
{
    /// <summary>The scope (zone) of an IPv6 address; 0 for IPv4, whose property throws.</summary>
    public static long ScopeIdOrZero(this IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.ScopeId : 0;

    /// <summary>The address as it stands in a URL, with brackets when it is IPv6.</summary>
    public static string ToHostText(this IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();

    /// <summary>An IPv4 address that came inside IPv6 (<c>::ffff:…</c>) as what it is.</summary>
    public static IPAddress Unmapped(this IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}

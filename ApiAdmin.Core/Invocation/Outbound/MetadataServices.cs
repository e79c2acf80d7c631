using System.Collections.Frozen;
using System.Net;
using System.Net.Sockets;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>Cloud metadata and host services hand out credentials to whoever asks from inside: no setting opens them.</summary>
public static class MetadataServices
{
    private static readonly FrozenSet<IPAddress> Addresses = new[]
    {
        "169.254.169.254", "169.254.170.2", "169.254.170.23", "169.254.169.253", "169.254.0.23", "169.254.10.10",
        "100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254", "fd00:ec2::23", "fd00:ec2::253", "fd20:ce::254",
    }.Select(IPAddress.Parse).ToFrozenSet();

    private static readonly FrozenSet<string> Names =
        FrozenSet.Create("metadata.google.internal", "metadata.goog", "metadata", "instance-data", "instance-data.ec2.internal", "metadata.azure.internal",
            "metadata.tencentyun.com", "metadata.oraclecloud.com");

    public static bool IsMetadata(IPAddress address) => Addresses.Contains(address.Unmapped()) || CarriesMetadata(address);

    public static bool IsMetadata(string host) => Names.Contains(host.TrimEnd('.'));

    /// <summary>NAT64, 6to4, ISATAP and the IPv4-compatible form lead to the IPv4 address they carry.</summary>
    private static bool CarriesMetadata(IPAddress address)
    {
        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return Addresses.Contains(new IPAddress(bytes[12..])) || (bytes[0] == 0x20 && bytes[1] == 0x02 && Addresses.Contains(new IPAddress(bytes[2..6])));
    }
}

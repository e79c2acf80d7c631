using System.Net;
using System.Net.Sockets;

namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>A failed dial in plain words.</summary>
internal static class ConnectFailure
{
    public static string Describe(DnsEndPoint target, IPEndPoint? remote, SocketException failure) => failure.SocketErrorCode switch
    {
        SocketError.ConnectionRefused =>
            $"{target.Host} refused the connection at {remote}: nothing listens there. Check the port and that the system is running.",
        SocketError.TimedOut =>
            $"No answer from the address {remote}. Check that the system is up and that a firewall lets ApiAdmin through.",
        SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressNotAvailable =>
            $"There is no way to the address {remote} from the machine ApiAdmin runs on. Check its network and routing.",
        SocketError.AccessDenied =>
            $"The machine ApiAdmin runs on does not let it connect to {remote}. Check its firewall.",
        _ => $"The connection to {target.Host} at {remote} failed ({failure.SocketErrorCode}). Check that the system is up.",
    };
}

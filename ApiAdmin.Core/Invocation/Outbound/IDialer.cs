using System.Net;
using System.Net.Sockets;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>Opens a TCP connection to an address the guard has let through.</summary>
public interface IDialer
{
    /// <exception cref="SocketException">Nobody answers there.</exception>
    Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken);
}

/// <summary>A plain socket.</summary>
public sealed class SocketDialer : IDialer
{
    public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

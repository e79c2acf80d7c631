using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Query;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// Walks the paths of a first request once, so that no person waits for the model, the compiler and the caches. It asks
/// the program's own address, since only a real request passes everything a request passes. Never a reason not to start.
/// </summary>
public sealed class WarmUp(IServer server, CustomerQueryService query, ILogger<WarmUp> logger)
{
    private static readonly string[] Paths = ["/login", "/", "/api/v1/me", "/health/ready"];
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var address = (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Select(BindingAddress.Parse)
            .FirstOrDefault(address => address.Scheme == "http" && !address.IsUnixPipe && !address.IsNamedPipe);
        if (address is null)
        {
            return;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            foreach (var path in Paths)
            {
                await AskAsync(Target(address.Host), address.Port, path, limit.Token);
            }

            await QueryAsync(limit.Token);
        }
        catch (Exception exception)
        {
            // Whatever it is, a request will meet it again and tell whoever asked; the start goes on.
            OperationsLog.WarmUpEnded(logger, exception);
        }
    }

    /// <summary>The internal query's own path, which no request without a key reaches: a caller must not wait for its first statement.</summary>
    private async Task QueryAsync(CancellationToken cancellationToken)
    {
        foreach (var asked in new CustomerQuery[] { new(Id: "1"), new(Tel: "00"), new(Email: "@"), new(ThirdAccountId: "-") })
        {
            await query.AnswerAsync(new HostActor("warm-up"), asked, new ArrayBufferWriter<byte>(), cancellationToken);
        }
    }

    private static IPAddress Target(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            ? address
            : IPAddress.Loopback;

    private static async Task AskAsync(IPAddress target, int port, string path, CancellationToken cancellationToken)
    {
        using var client = new TcpClient(target.AddressFamily);
        await client.ConnectAsync(target, port, cancellationToken);
        await using var stream = client.GetStream();
        var request = $"GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        await stream.CopyToAsync(Stream.Null, cancellationToken);
    }
}

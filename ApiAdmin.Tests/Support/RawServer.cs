using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ApiAdmin.Tests.Support;

/// <summary>A scripted TCP server on 127.0.0.1 for what Kestrel cannot do; keeps every byte it was sent.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<RawExchange> exchanges = [];
    private readonly Task loop;

    private RawServer(Func<RawExchange, Task> script)
    {
        listener.Start();
        EndPoint = (IPEndPoint)listener.LocalEndpoint;
        loop = AcceptAsync(script);
    }

    public IPEndPoint EndPoint { get; }

    public int Port => EndPoint.Port;

    public IReadOnlyCollection<RawExchange> Exchanges => exchanges;

    public static RawServer Start(Func<RawExchange, Task> script) => new(script);

    /// <summary>Reads one request and answers with these bytes, then closes.</summary>
    public static RawServer Answering(string response) => Start(async exchange =>
    {
        await exchange.ReadRequestAsync();
        await exchange.WriteAsync(response);
    });

    public async ValueTask DisposeAsync()
    {
        if (loop.IsCompleted)
        {
            return;
        }

        // The loop first: a listener stopped between two accepts refuses the next one as a mistake.
        await stop.CancelAsync();
        await loop;
        listener.Stop();
        foreach (var exchange in exchanges)
        {
            exchange.Dispose();
        }

        stop.Dispose();
    }

    private async Task AcceptAsync(Func<RawExchange, Task> script)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var exchange = new RawExchange(await listener.AcceptTcpClientAsync(stop.Token), stop.Token);
                exchanges.Add(exchange);
                _ = exchange.RunAsync(script);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }
}

/// <summary>One accepted connection.</summary>
internal sealed class RawExchange(TcpClient client, CancellationToken stop) : IDisposable
{
    private readonly MemoryStream received = new();
    private readonly TaskCompletionSource closedByPeer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public CancellationToken Stop { get; } = stop;

    public NetworkStream Stream { get; } = client.GetStream();

    public Socket Socket => client.Client;

    /// <summary>Ends when the other side closed or reset the connection.</summary>
    public Task ClosedByPeer => closedByPeer.Task;

    public byte[] Received
    {
        get
        {
            lock (received)
            {
                return received.ToArray();
            }
        }
    }

    public async Task RunAsync(Func<RawExchange, Task> script)
    {
        try
        {
            await script(this);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or ObjectDisposedException or SocketException or System.Security.Authentication.AuthenticationException)
        {
            closedByPeer.TrySetResult();
        }
        finally
        {
            client.Dispose();
        }
    }

    /// <summary>One request: head, and the body its Content-Length announces.</summary>
    public async Task<string> ReadRequestAsync()
    {
        var start = Received.Length;
        while (true)
        {
            var bytes = Received.AsSpan(start);
            var end = bytes.IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                var head = Encoding.UTF8.GetString(bytes[..end]);
                if (bytes.Length >= end + 4 + BodyLength(head))
                {
                    return Encoding.UTF8.GetString(bytes);
                }
            }

            if (!await ReadMoreAsync())
            {
                throw new IOException("closed");
            }
        }
    }

    /// <summary>Reads until the other side closes; the moment is what <see cref="ClosedByPeer"/> tells.</summary>
    public async Task WaitForCloseAsync()
    {
        while (await ReadMoreAsync())
        {
        }
    }

    public Task WriteAsync(string text) => WriteAsync(Encoding.Latin1.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        await Stream.WriteAsync(bytes, Stop);
        await Stream.FlushAsync(Stop);
    }

    public Task PauseAsync(double ms) => Task.Delay(TimeSpan.FromMilliseconds(ms), TimeProvider.System, Stop);

    /// <summary>Closes with a TCP reset.</summary>
    public void Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        client.Dispose();
    }

    public void Dispose()
    {
        client.Dispose();
        received.Dispose();
    }

    private async Task<bool> ReadMoreAsync()
    {
        var buffer = new byte[16 * 1024];
        int read;
        try
        {
            read = await Stream.ReadAsync(buffer, Stop);
        }
        catch (IOException)
        {
            read = 0;
        }

        lock (received)
        {
            received.Write(buffer, 0, read);
        }

        if (read == 0)
        {
            closedByPeer.TrySetResult();
        }

        return read > 0;
    }

    private static int BodyLength(string head) => head.Split("\r\n")
        .Where(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
        .Select(line => int.Parse(line.AsSpan("Content-Length:".Length).Trim()))
        .FirstOrDefault();
}

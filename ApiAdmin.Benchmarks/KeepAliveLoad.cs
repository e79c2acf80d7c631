using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ApiAdmin.Benchmarks;

/// <summary>Asks one address over connections kept open, as many at once as wanted, with as little work of its own as possible.</summary>
internal sealed class KeepAliveLoad(int port, string key)
{
    /// <returns>Requests a second, and the time within which 99 of 100 were answered.</returns>
    public async Task<(double Rate, double P99)> RunAsync(IReadOnlyList<string> queries, int connections, TimeSpan time)
    {
        var requests = queries.Select(query => Encoding.ASCII.GetBytes($"GET /api/v1/customers/query?{query} HTTP/1.1\r\nHost: localhost\r\nX-Api-Key: {key}\r\n\r\n")).ToArray();
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(number => Task.Run(() => LoopAsync(requests, number, started, time))));
        var took = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var times = all.SelectMany(own => own).Order().ToArray();
        return (times.Length / took, times[(int)(times.Length * 0.99)]);
    }

    private async Task<List<double>> LoopAsync(byte[][] requests, int number, long started, TimeSpan time)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port));
        var (buffer, times) = (new byte[64 * 1024], new List<double>());
        for (var next = number * 997; Stopwatch.GetElapsedTime(started) < time; next++)
        {
            var asked = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[next % requests.Length]);
            await ReceiveAsync(socket, buffer);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }

    private static async Task ReceiveAsync(Socket socket, byte[] buffer)
    {
        for (var (length, wanted) = (0, -1); wanted < 0 || length < wanted;)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            length = read > 0 ? length + read : throw new InvalidOperationException("The server closed the connection.");
            wanted = wanted < 0 ? Wanted(buffer.AsSpan(0, length)) : wanted;
        }
    }

    private static int Wanted(ReadOnlySpan<byte> bytes)
    {
        var head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return -1;
        }

        if (!bytes.StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException(Encoding.ASCII.GetString(bytes));
        }

        var at = bytes.IndexOf("Content-Length: "u8) + "Content-Length: ".Length;
        var end = bytes[at..].IndexOf((byte)'\r');
        return head + 4 + int.Parse(bytes.Slice(at, end), System.Globalization.CultureInfo.InvariantCulture);
    }
}

using System.Net;
using System.Net.WebSockets;
using System.Text;

namespace ApiAdmin.Tests.Support;

/// <summary>A page's WebSocket to <c>/_blazor</c> as a browser opens it, with the sign-in of a <see cref="TestClient"/>, past SignalR's handshake.</summary>
public sealed class CircuitSocket : IDisposable
{
    private const byte Completion = 3;

    // An invocation of a hub method that there is not, with an id, so that the server must answer: [1, {}, "1", "Nope", [], []].
    private static readonly byte[] Question = [12, 0x96, 1, 0x80, 0xa1, (byte)'1', 0xa4, (byte)'N', (byte)'o', (byte)'p', (byte)'e', 0x90, 0x90];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ClientWebSocket socket = new();
    private readonly CancellationTokenSource limit = new(Patience);

    private CircuitSocket()
    {
    }

    /// <summary>What the server said to the upgrade: 101 when it took it.</summary>
    public HttpStatusCode Answer => socket.HttpStatusCode;

    public static async Task<CircuitSocket> OpenAsync(TestApp app, TestClient client)
    {
        var opened = await TryAsync(app, client);
        Assert.Equal(HttpStatusCode.SwitchingProtocols, opened.Answer);
        await opened.socket.SendAsync("""{"protocol":"blazorpack","version":1}"""u8.ToArray().Append((byte)0x1e).ToArray(), WebSocketMessageType.Text, true, opened.limit.Token);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(await opened.ReadAsync() ?? []));
        return opened;
    }

    /// <summary>Knocks; <see cref="Answer"/> tells what came of it.</summary>
    /// <param name="origin">The page's origin; the site's own when left out.</param>
    public static async Task<CircuitSocket> TryAsync(TestApp app, TestClient client, string? origin = null)
    {
        var opened = new CircuitSocket();
        var options = opened.socket.Options;
        options.Proxy = null;
        options.CollectHttpResponseDetails = true;
        options.SetRequestHeader("Origin", origin ?? app.Address);
        options.SetRequestHeader("Cookie", client.Cookies.GetCookieHeader(new Uri(app.Address)));
        try
        {
            await opened.socket.ConnectAsync(new UriBuilder(app.Listening) { Scheme = "ws", Path = "/_blazor" }.Uri, opened.limit.Token);
        }
        catch (WebSocketException)
        {
            // Refused: the status says how.
        }

        return opened;
    }

    /// <summary>Sends one well-formed hub message with a text so long.</summary>
    public Task SendLargeAsync(int bytes)
    {
        byte[] inner = [0x96, 1, 0x80, 0xa1, (byte)'1', 0xa4, (byte)'N', (byte)'o', (byte)'p', (byte)'e', 0x91, 0xda, (byte)(bytes >> 8), (byte)bytes, .. new byte[bytes], 0x90];
        byte[] length = [(byte)(inner.Length | 0x80), (byte)((inner.Length >> 7) | 0x80), (byte)(inner.Length >> 14)];
        return socket.SendAsync((byte[])[.. length, .. inner], WebSocketMessageType.Binary, true, limit.Token);
    }

    /// <summary>Asks the hub something and waits for its answer: the socket lives.</summary>
    public async Task AssertAliveAsync()
    {
        await socket.SendAsync(Question, WebSocketMessageType.Binary, true, limit.Token);
        byte[]? message;
        do
        {
            message = await ReadAsync();
            Assert.True(message is not null, "The socket was closed.");
        }
        while (!(message.Length > 2 && message[2] == Completion));
    }

    /// <summary>Waits until the server ends the socket; one that stays open fails the test.</summary>
    public async Task AssertEndsAsync()
    {
        try
        {
            while (await ReadAsync() is not null)
            {
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail("The socket stayed open.");
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        limit.Dispose();
    }

    /// <summary>The next message, or null when the socket was ended, politely or not.</summary>
    private async Task<byte[]?> ReadAsync()
    {
        var message = new MemoryStream();
        var buffer = new byte[4096];
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, limit.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    return message.ToArray();
                }
            }
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}

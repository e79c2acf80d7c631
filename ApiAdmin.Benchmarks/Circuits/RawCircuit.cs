using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>
/// A page opened without a browser: asks for the document, opens its circuit with the components named there, and
/// acknowledges what is drawn, as a browser does that nobody touches.
/// </summary>
internal sealed class RawCircuit : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);

    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim sending = new(1);
    private readonly CancellationTokenSource end = new();
    private readonly TaskCompletionSource drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string awaited;
    private Task reading = Task.CompletedTask;
    private Task pinging = Task.CompletedTask;

    private RawCircuit(string awaited) => this.awaited = awaited;

    /// <summary>Of everything that was drawn.</summary>
    public long DrawnBytes { get; private set; }

    /// <param name="awaited">A text of the page as it is when it has loaded.</param>
    public static async Task<RawCircuit> OpenAsync(SignedIn person, string path, string awaited)
    {
        var circuit = new RawCircuit(awaited);
        var document = await person.GetAsync(path);
        circuit.socket.Options.Proxy = null;
        circuit.socket.Options.SetRequestHeader("Origin", person.Address);
        circuit.socket.Options.SetRequestHeader("Cookie", person.Cookie);
        await circuit.socket.ConnectAsync(new UriBuilder(person.Address) { Scheme = "ws", Path = "/_blazor" }.Uri, circuit.end.Token);
        await circuit.StartAsync(person.Address, path, new PageMarkers(document));
        await circuit.drawn.Task.WaitAsync(Patience);
        return circuit;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await Task.WhenAll(reading, pinging).ContinueWith(_ => { }, TaskScheduler.Default);
        socket.Dispose();
        sending.Dispose();
        end.Dispose();
    }

    private async Task StartAsync(string address, string path, PageMarkers markers)
    {
        await socket.SendAsync("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"u8.ToArray(), WebSocketMessageType.Text, true, end.Token);
        await socket.ReceiveAsync(new byte[256], end.Token);
        reading = Task.Run(ReadAsync);
        pinging = Task.Run(PingAsync);
        await SendAsync(PackWriter.Call("StartCircuit", "0", address + "/", address + path, "[]", ""));
        await SendAsync(PackWriter.Call("UpdateRootComponents", null, markers.ToOperations(), markers.State));
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message)
    {
        await sending.WaitAsync(end.Token);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Binary, true, end.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task PingAsync()
    {
        using var timer = new PeriodicTimer(PingEvery, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(end.Token))
        {
            await SendAsync(PackWriter.Ping);
        }
    }

    private async Task ReadAsync()
    {
        try
        {
            var buffer = new byte[8 * 1024];
            var message = new MemoryStream();
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer, end.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    throw new InvalidOperationException("The server ended the circuit.");
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage)
                {
                    await TakeAsync(message.ToArray());
                    message = new MemoryStream();
                }
            }
        }
        catch (Exception exception)
        {
            drawn.TrySetException(exception);
        }
    }

    // Several hub messages may come in one of the socket, each behind its length.
    private async Task TakeAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var (length, width) = (0, 0);
            do
            {
                length |= (bytes.Span[width] & 0x7f) << (7 * width);
            }
            while (bytes.Span[width++] > 127);

            if (new PackReader(bytes.Span.Slice(width, length)).Read() is object?[] message)
            {
                await ActAsync(message);
            }

            bytes = bytes[(width + length)..];
        }
    }

    private Task ActAsync(object?[] message) => message switch
    {
        [1L, _, _, "JS.RenderBatch", object?[] and [long batch, byte[] drawing], ..] => DrawAsync(batch, drawing),
        [1L, _, _, "JS.BeginInvokeJS", object?[] and [long task, string name, ..], ..] when task != 0 => SendAsync(PackWriter.Call("EndInvokeJSFromDotNet", null, task, true, Answer(task, name))),
        [1L, _, _, "JS.Error", object?[] and [string error, ..], ..] => throw new InvalidOperationException(error),
        [3L, _, "0", 3L, null, ..] => throw new InvalidOperationException("The circuit was not started."),
        _ => Task.CompletedTask,
    };

    private async Task DrawAsync(long batch, byte[] drawing)
    {
        DrawnBytes += drawing.Length;
        await SendAsync(PackWriter.Call("OnRenderCompleted", null, batch, null));
        if (drawing.AsSpan().IndexOf(Encoding.UTF8.GetBytes(awaited)) >= 0)
        {
            drawn.TrySetResult();
        }
    }

    // What a browser says to what the pages and MudBlazor ask of it: nothing, of nearly everything.
    private static string Answer(long task, string name) => JsonSerializer.Serialize(new object?[]
    {
        task, true, name switch
        {
            "mudpopoverHelper.countProviders" => 1,
            "window.hasOwnProperty" => true,
            "mudThemeProvider.watchDarkMode" => false,
            _ => null,
        },
    });
}

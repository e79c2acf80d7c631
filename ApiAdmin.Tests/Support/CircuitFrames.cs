using System.Text;
using Microsoft.Playwright;

namespace ApiAdmin.Tests.Support;

/// <summary>What goes over the pages' sockets and what documents and files the server answers, as Latin-1 text.</summary>
internal sealed class CircuitFrames
{
    private readonly Lock gate = new();
    private readonly StringBuilder received = new();
    private readonly StringBuilder sent = new();

    public CircuitFrames(IPage page) => page.WebSocket += (_, socket) =>
    {
        socket.FrameReceived += (_, frame) => Keep(received, frame);
        socket.FrameSent += (_, frame) => Keep(sent, frame);
    };

    public int Count { get; private set; }

    public string Received
    {
        get
        {
            lock (gate)
            {
                return received.ToString();
            }
        }
    }

    public string Sent
    {
        get
        {
            lock (gate)
            {
                return sent.ToString();
            }
        }
    }

    private void Keep(StringBuilder where, IWebSocketFrame frame)
    {
        lock (gate)
        {
            Count++;
            where.Append(frame.Binary is { Length: > 0 } bytes ? Encoding.Latin1.GetString(bytes) : Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(frame.Text ?? ""))).Append('\n');
        }
    }
}

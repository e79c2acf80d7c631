using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using ApiAdmin.Core.Invocation.Outbound;

namespace ApiAdmin.Tests.Support;

/// <summary>Names and addresses as a test wants them: answers by host, in turn when there are several, late when asked.</summary>
internal sealed class FakeResolver : IHostResolver
{
    private readonly ConcurrentDictionary<string, Func<IPAddress[]>> answers = new(StringComparer.OrdinalIgnoreCase);

    public TimeSpan Delay { get; init; }

    public int Asked { get; private set; }

    public FakeResolver With(string host, params string[] addresses) => With(host, () => [.. addresses.Select(IPAddress.Parse)]);

    public FakeResolver With(string host, Func<IPAddress[]> answer)
    {
        answers[host] = answer;
        return this;
    }

    public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        Asked++;
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, TimeProvider.System, cancellationToken);
        }

        return answers.TryGetValue(host, out var answer) ? answer() : throw new SocketException((int)SocketError.HostNotFound);
    }
}

/// <summary>Dials a loopback server whatever address the guard let through, so that public addresses can be played without a network.</summary>
internal sealed class FakeDialer : IDialer
{
    private readonly SocketDialer real = new();

    public TimeSpan Delay { get; init; }

    /// <summary>Where a dialled address really leads; the address itself when null.</summary>
    public Func<IPEndPoint, IPEndPoint>? Route { get; init; }

    public ConcurrentQueue<IPEndPoint> Dialled { get; } = new();

    public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        Dialled.Enqueue(endPoint);
        if (Delay > TimeSpan.Zero)
        {
            await Task.Delay(Delay, TimeProvider.System, cancellationToken);
        }

        return await real.DialAsync(Route?.Invoke(endPoint) ?? endPoint, cancellationToken);
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Sending;

/// <summary>Cancel while the network itself keeps silent: a real dial that nobody answers, a look-up that does not let go.</summary>
public sealed class CancelTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Invoke_CancelledInARealDialThatNobodyAnswers_ClosesTheSocket()
    {
        // A listener that accepts nothing holds one finished connection; the next one's SYN it leaves unanswered.
        using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen(0);
        var endPoint = (IPEndPoint)listener.LocalEndPoint!;
        using var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        first.Connect(endPoint);
        var dialer = new TellingDialer();
        using var host = new InvokerHost([$"127.0.0.1:{endPoint.Port}"], dialer: dialer);
        using var cancel = new CancellationTokenSource();
        var call = host.RunAsync(InvokerHost.Definition($"http://127.0.0.1:{endPoint.Port}/"), cancel.Token);
        await dialer.Begun;
        Assert.Equal(1, Dialling(endPoint.Port));
        var started = Stopwatch.GetTimestamp();

        await cancel.CancelAsync();
        var report = await call;
        await dialer.Ended.WaitAsync(AtOnce);

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, AtOnce);
        Assert.Equal(Outcome.Cancelled, report.Outcome);
        Assert.Contains("while connecting", report.Message);
        Assert.Equal(0, Dialling(endPoint.Port));
    }

    [Fact]
    public async Task Invoke_CancelledInALookUpThatDoesNotLetGo_EndsAtOnce()
    {
        var resolver = new DeafResolver();
        using var host = new InvokerHost(resolver: resolver);
        using var cancel = new CancellationTokenSource();
        var call = host.RunAsync(InvokerHost.Definition("http://slow.example/"), cancel.Token);
        await resolver.Asked;
        var started = Stopwatch.GetTimestamp();

        await cancel.CancelAsync();
        var report = await call;

        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, AtOnce);
        Assert.Equal(Outcome.Cancelled, report.Outcome);
        Assert.Contains("while resolving", report.Message);
    }

    [Fact]
    public async Task Connect_LookUpThatDoesNotLetGo_IsLeftAlone()
    {
        var resolver = new DeafResolver();
        using var transport = new Transport(resolver: resolver);
        using var cancel = new CancellationTokenSource();
        var call = transport.SendAsync(Transport.Request("http://slow.example/"), cancel.Token);
        await resolver.Asked;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(AtOnce));
    }

    [Fact]
    public async Task Invoke_LookUpThatDoesNotLetGo_IsUnreachableAfterItsShareOfTheDeadline()
    {
        using var host = new InvokerHost(resolver: new DeafResolver());

        var report = await host.RunAsync(InvokerHost.Definition("http://slow.example/", 10_000));

        Assert.Equal(Outcome.Unreachable, report.Outcome);
        Assert.Contains("could not be resolved within 3 s", report.Message);
        Assert.InRange(report.DurationMs, 2_900, 5_000);
    }

    /// <summary>Sockets of this machine that wait for an answer from the port: state 02 is SYN_SENT (proc(5), net/tcp).</summary>
    private static int Dialling(int port) => File.ReadAllLines("/proc/net/tcp").Count(line => line.Contains($":{port:X4} 02 ", StringComparison.Ordinal));

    /// <summary>A real socket's dial; tells when it is under way and when it is over.</summary>
    private sealed class TellingDialer : IDialer
    {
        private readonly SocketDialer real = new();
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Begun => begun.Task;

        public Task Ended => ended.Task;

        public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
        {
            try
            {
                var dialling = real.DialAsync(endPoint, cancellationToken);
                begun.TrySetResult();
                return await dialling;
            }
            finally
            {
                ended.TrySetResult();
            }
        }
    }

    /// <summary>As the system's resolver does once it has asked: it does not hear that nobody waits any more.</summary>
    private sealed class DeafResolver : IHostResolver
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<IPAddress[]> never = new();

        public Task Asked => asked.Task;

        public Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            asked.TrySetResult();
            return never.Task;
        }
    }
}

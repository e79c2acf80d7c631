using System.Diagnostics;
using System.Net;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Tests.Support;
using Xunit;

namespace ApiAdmin.Tests.Invocation.Sending;

/// <summary>What cancelling leaves behind: nothing that still dials or resolves; and what slow upstreams do to a fast one: nothing.</summary>
public sealed class AbandonTests
{
    private static readonly TimeSpan AtOnce = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Invoke_CancelledWhileConnecting_AbandonsTheDial()
    {
        var edge = new HangingEdge();
        using var host = new InvokerHost(["10.0.0.1:80"], dialer: edge);
        await CancelledAsync(host, "http://10.0.0.1/", edge);
    }

    [Fact]
    public async Task Invoke_CancelledWhileResolving_AbandonsTheLookUp()
    {
        var edge = new HangingEdge();
        using var host = new InvokerHost(resolver: edge);
        await CancelledAsync(host, "http://slow.example/", edge);
    }

    [Fact]
    public async Task Invoke_CancelledWhileSecuring_ClosesTheSocket()
    {
        var accepted = new TaskCompletionSource<RawExchange>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Start(async exchange =>
        {
            accepted.SetResult(exchange);
            await exchange.WaitForCloseAsync();
        });
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        using var cancel = new CancellationTokenSource();
        var call = host.RunAsync(InvokerHost.Definition($"https://127.0.0.1:{server.Port}/"), cancel.Token);
        var exchange = await accepted.Task;
        await cancel.CancelAsync();
        await exchange.ClosedByPeer.WaitAsync(AtOnce);
        Assert.Equal(Outcome.Cancelled, (await call).Outcome);
    }

    [Fact]
    public async Task Invoke_FiftySlowUpstreams_FastOneStillAnswers()
    {
        await using var slow = RawServer.Start(exchange => exchange.WaitForCloseAsync());
        await using var fast = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        using var host = new InvokerHost([$"127.0.0.1:{slow.Port}", $"127.0.0.1:{fast.Port}"]);
        using var cancel = new CancellationTokenSource();
        var pending = Enumerable.Range(0, 50)
            .Select(i => host.RunAsync(InvokerHost.Definition($"http://127.0.0.1:{slow.Port}/{i}", 30_000), cancel.Token)).ToArray();
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(Outcome.Success, (await host.RunAsync(InvokerHost.Definition($"http://127.0.0.1:{fast.Port}/"))).Outcome);
        }

        Assert.DoesNotContain(pending, call => call.IsCompleted);
        await cancel.CancelAsync();
        Assert.All(await Task.WhenAll(pending), report => Assert.Equal(Outcome.Cancelled, report.Outcome));
    }

    private static async Task CancelledAsync(InvokerHost host, string url, HangingEdge edge)
    {
        using var cancel = new CancellationTokenSource();
        var call = host.RunAsync(InvokerHost.Definition(url), cancel.Token);
        await edge.Entered;
        var started = Stopwatch.GetTimestamp();
        await cancel.CancelAsync();
        await edge.Abandoned.WaitAsync(AtOnce);
        Assert.Equal(Outcome.Cancelled, (await call).Outcome);
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, AtOnce);
    }

    /// <summary>Never resolves and never connects; tells when it was asked and when it was let go.</summary>
    private sealed class HangingEdge : IHostResolver, IDialer
    {
        private readonly TaskCompletionSource entered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource abandoned = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Entered => entered.Task;

        public Task Abandoned => abandoned.Task;

        public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            await HangAsync(cancellationToken);
            return [];
        }

        public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
        {
            await HangAsync(cancellationToken);
            return Stream.Null;
        }

        private async Task HangAsync(CancellationToken cancellationToken)
        {
            entered.TrySetResult();
            try
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            }
            finally
            {
                abandoned.TrySetResult();
            }
        }
    }
}

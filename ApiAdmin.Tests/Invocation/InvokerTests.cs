using System.Diagnostics;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

public sealed class InvokerTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 25\r\nConnection: close\r\n\r\n{\"a\":12345678901234567.0}";

    [Fact]
    public async Task Invoke_PlainCall_ReportsOutputsAndPhasesThatAddUp()
    {
        await using var server = RawServer.Answering(Ok);
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        var definition = InvokerHost.Definition($"http://127.0.0.1:{server.Port}/x") with
        {
            Outputs = [new OutputParam { Name = "a", Path = "$.a", Type = ParamType.Number }],
        };

        var report = await host.RunAsync(definition);

        Assert.Equal((Outcome.Success, "12345678901234567.0"), (report.Outcome, report.Outputs[0].Value!.Text));
        Assert.InRange(report.Phases.Sum(p => p.Ms), report.DurationMs * 0.95, report.DurationMs * 1.05);
        Assert.Equal(["check", "build", "connect", "send", "wait", "receive", "extract"], report.Phases.Select(p => p.Name));
        Assert.Equal((25L, 25L, false), (report.Response!.WireBytes, report.Response.BodyBytes, report.Connection!.Reused));
    }

    [Fact]
    public async Task Invoke_EveryPartLateBy200Ms_ShowsItInItsPhase()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("slow.example");
        await using var server = TlsTestServer.Start(
            certificate,
            async stream =>
            {
                await TlsTestServer.ReadHeadAsync(stream);
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"u8.ToArray());
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
                await stream.WriteAsync("ok"u8.ToArray());
            },
            handshakeDelayMs: 200);
        var late = TimeSpan.FromMilliseconds(200);
        using var host = new InvokerHost(
            [$"127.0.0.1:{server.Port}"], new FakeResolver { Delay = late }.With("slow.example", "127.0.0.1"), new FakeDialer { Delay = late }, authority.Root);
        await host.RunAsync(InvokerHost.Definition($"https://slow.example:{server.Port}/"));

        var report = await host.RunAsync(InvokerHost.Definition($"https://slow.example:{server.Port}/"));

        Assert.Equal(Outcome.Success, report.Outcome);
        foreach (var phase in new[] { "dns", "connect", "tls", "wait", "receive" })
        {
            Assert.InRange(report.Phases.Single(p => p.Name == phase).Ms, 150, 250);
        }

        Assert.InRange(report.Phases.Sum(p => p.Ms), report.DurationMs * 0.95, report.DurationMs * 1.05);
        Assert.Equal("1.3", report.Connection!.Tls);
    }

    [Theory]
    [InlineData("wait")]
    [InlineData("receive")]
    [InlineData("tls")]
    public async Task Invoke_Cancelled_ClosesTheUpstreamSocketWithin500Ms(string phase)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = RawServer.Start(async exchange =>
        {
            if (phase != "tls")
            {
                await exchange.ReadRequestAsync();
            }

            if (phase == "receive")
            {
                await exchange.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc");
            }

            await exchange.PauseAsync(50);
            reached.SetResult();
            await exchange.WaitForCloseAsync();
        });
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);
        using var cancel = new CancellationTokenSource();
        var run = host.RunAsync(InvokerHost.Definition($"{(phase == "tls" ? "https" : "http")}://127.0.0.1:{server.Port}/"), cancel.Token);
        await reached.Task;
        var watch = Stopwatch.StartNew();

        await cancel.CancelAsync();
        var report = await run;
        await server.Exchanges.Single().ClosedByPeer;

        Assert.Equal(Outcome.Cancelled, report.Outcome);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 500);
        Assert.Equal(StepState.Failed, report.Steps.Single(s => s.Name.Equals(phase, StringComparison.OrdinalIgnoreCase)).State);
    }

    [Fact]
    public async Task Invoke_CancelledWhileConnecting_EndsAtOnce()
    {
        using var host = new InvokerHost(null, new FakeResolver().With("far.example", "8.8.8.8"), new FakeDialer { Delay = TimeSpan.FromSeconds(30) });
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var watch = Stopwatch.StartNew();

        var report = await host.RunAsync(InvokerHost.Definition("http://far.example/"), cancel.Token);

        Assert.Equal(Outcome.Cancelled, report.Outcome);
        Assert.Contains("connecting", report.Message);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 600);
    }

    [Fact]
    public async Task Invoke_SilentUpstream_TimesOutAtTheDeadlineNamingThePhase()
    {
        await using var server = RawServer.Start(exchange => exchange.WaitForCloseAsync());
        using var host = new InvokerHost([$"127.0.0.1:{server.Port}"]);

        var report = await host.RunAsync(InvokerHost.Definition($"http://127.0.0.1:{server.Port}/", 300));

        Assert.Equal(Outcome.Timeout, report.Outcome);
        Assert.Contains("waiting for the answer", report.Message);
        Assert.InRange(report.DurationMs, 290, 550);
    }

    [Fact]
    public async Task Invoke_PrivateAddress_IsBlockedAndSaysHowToAllowIt()
    {
        using var host = new InvokerHost(null, new FakeResolver().With("inside.example", "10.0.0.1"));

        var report = await host.RunAsync(InvokerHost.Definition("http://inside.example/"));

        Assert.Equal(Outcome.Blocked, report.Outcome);
        Assert.Contains("Outbound:Allow", report.Message);
    }
}

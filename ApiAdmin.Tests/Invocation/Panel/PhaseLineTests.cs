using System.Collections.Concurrent;
using System.Net;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Tests.Support;
using ApiAdmin.Tests.Support.Pages;
using ApiAdmin.Web.Definitions;
using Bunit;

namespace ApiAdmin.Tests.Invocation.Panel;

/// <summary>The panel over the real invoker, whose other side holds every phase until the page has shown it.</summary>
public sealed class PhaseLineTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task PhaseLine_OfARunThatIsHeldInEachPhase_MovesWithin300Ms()
    {
        using var authority = new TestAuthority();
        using var certificate = authority.Issue("held.example");
        await using var context = new PageContext();
        var watch = new PhaseWatch();
        await using var server = RawServer.Start(async exchange =>
        {
            await watch.HoldAsync("TLS");
            await using var stream = new System.Net.Security.SslStream(exchange.Stream);
            await stream.AuthenticateAsServerAsync(certificate);
            await TlsTestServer.ReadHeadAsync(stream);
            await watch.HoldAsync("wait");
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n"u8.ToArray());
            await watch.HoldAsync("receive");
            await stream.WriteAsync("{}"u8.ToArray());
        });
        using var invoker = new InvokerHost(
            resolver: new HeldResolver(watch), dialer: new HeldDialer(watch, new FakeDialer { Route = _ => server.EndPoint }), root: authority.Root);
        context.Tests.Runner = (definition, progress, cancellationToken) =>
            Task.Run(async () => (await invoker.Invoker.InvokeAsync(new InvocationRequest { Definition = definition, PhaseStarted = progress }, cancellationToken)).Report, cancellationToken);
        context.Definitions.Add(new ApiDefinition { Key = "a", Name = "A", Url = "https://held.example/" });
        var page = context.Render<ApiPage>(p => p.Add(a => a.Key, "a"));
        page.OnMarkupUpdated += (_, _) => watch.See(page.FindAll(".phase-step.now") is [var now, ..] ? now.TextContent : null);

        await page.Button("Run").ClickAsync();

        Assert.Equal("Success", page.WaitForElement("[data-testid=outcome]", TimeSpan.FromSeconds(20)).TextContent.Trim());
        Assert.Equal(["TLS", "connect", "receive", "resolve", "wait"], watch.Taken.Keys.Order(StringComparer.Ordinal));
        Assert.All(watch.Taken, phase => Assert.True(phase.Value < Soon, $"{phase.Key} stood on the page after {phase.Value.TotalMilliseconds:0} ms."));
    }

    /// <summary>Waits, where a phase has just begun, until the page shows it.</summary>
    private sealed class PhaseWatch
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource> shown = new();

        public ConcurrentDictionary<string, TimeSpan> Taken { get; } = new();

        public void See(string? phase)
        {
            if (phase is not null)
            {
                Of(phase).TrySetResult();
            }
        }

        public async Task HoldAsync(string phase)
        {
            var began = TimeProvider.System.GetTimestamp();
            await Of(phase).Task.WaitAsync(TimeSpan.FromSeconds(10));
            Taken[phase] = TimeProvider.System.GetElapsedTime(began);
        }

        private TaskCompletionSource Of(string phase) => shown.GetOrAdd(phase, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    private sealed class HeldResolver(PhaseWatch watch) : IHostResolver
    {
        public async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
        {
            await watch.HoldAsync("resolve");
            return [IPAddress.Parse("93.184.216.34")];
        }
    }

    private sealed class HeldDialer(PhaseWatch watch, FakeDialer real) : IDialer
    {
        public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
        {
            await watch.HoldAsync("connect");
            return await real.DialAsync(endPoint, cancellationToken);
        }
    }
}

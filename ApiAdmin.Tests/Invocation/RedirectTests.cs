using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

public sealed class RedirectTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok";

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Invoke_RedirectToAnotherOrigin_TakesNoSecretAlong(int status)
    {
        await using var second = RawServer.Answering(Ok);
        await using var first = RawServer.Answering(Moved(status, $"http://127.0.0.1:{second.Port}/next"));
        using var host = new InvokerHost(
            [$"127.0.0.1:{first.Port}", $"127.0.0.1:{second.Port}"], secrets: new FakeSecrets($"127.0.0.1:{first.Port}").With("token", "canary-bearer-1"));
        var definition = InvokerHost.Definition($"http://127.0.0.1:{first.Port}/a?q=canary-query-2") with
        {
            Method = "POST",
            Auth = new BearerAuth { Secret = "token" },
            Headers = [Constant("X-Api-Key", "canary-key-3"), Constant("Cookie", "s=canary-cookie-4")],
            Body = new RequestBody { Kind = BodyKind.Text, Template = "canary-body-5" },
            Limits = new InvocationLimits { FollowRedirects = 5 },
        };

        var report = await host.RunAsync(definition);

        Assert.Equal(Outcome.Success, report.Outcome);
        Assert.Equal(5, Encoding.UTF8.GetString(first.Exchanges.Single().Received).Split("canary-").Length - 1);
        Assert.DoesNotContain("canary-", Encoding.UTF8.GetString(second.Exchanges.Single().Received));
        Assert.Equal(status, report.Redirects.Single().Status);
    }

    [Theory]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("gopher://127.0.0.1:70/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//169.254.169.254/latest")]
    [InlineData("http://user@127.0.0.1/")]
    public async Task Invoke_RedirectToWhereItMayNotGo_IsBlockedNamingTheHop(string location)
    {
        await using var first = RawServer.Answering(Moved(302, location));
        using var host = new InvokerHost([$"127.0.0.1:{first.Port}"]);

        var report = await host.RunAsync(Following($"http://127.0.0.1:{first.Port}/", 3));

        Assert.Equal(Outcome.Blocked, report.Outcome);
        Assert.StartsWith("Redirect 1 to ", report.Message);
        Assert.Empty(report.Redirects);
        Assert.Equal(report.Message, report.Steps.Single(s => s.State == StepState.Failed).Detail);
    }

    [Fact]
    public async Task Invoke_RedirectLoop_IsAnHttpErrorWithTheLast3xx()
    {
        await using var first = RawServer.Answering(Moved(302, "/"));
        using var host = new InvokerHost([$"127.0.0.1:{first.Port}"]);

        var report = await host.RunAsync(Following($"http://127.0.0.1:{first.Port}/", 5));

        Assert.Equal((Outcome.HttpError, 302), (report.Outcome, report.Response!.Status));
        Assert.Contains("form a loop", report.Message);
        Assert.Empty(report.Redirects);
        Assert.Equal(report.Message, report.Steps.Single(s => s.State == StepState.Failed).Detail);
    }

    [Fact]
    public async Task Invoke_MoreHopsThanAllowed_IsAnHttpErrorWithTheLast3xx()
    {
        var hop = 0;
        await using var first = RawServer.Start(async exchange =>
        {
            await exchange.ReadRequestAsync();
            await exchange.WriteAsync(Moved(307, $"/{Interlocked.Increment(ref hop)}"));
        });
        using var host = new InvokerHost([$"127.0.0.1:{first.Port}"]);

        var report = await host.RunAsync(Following($"http://127.0.0.1:{first.Port}/", 2));

        Assert.Equal((Outcome.HttpError, 307, 3), (report.Outcome, report.Response!.Status, first.Exchanges.Count));
        Assert.Equal(["/1", "/2"], report.Redirects.Select(r => new Uri(r.Url).AbsolutePath));
        Assert.Contains($"redirect 3 (307) to http://127.0.0.1:{first.Port}/3 was not followed", report.Message);
        Assert.Equal(("status", report.Message), report.Steps.Where(s => s.State == StepState.Failed).Select(s => (s.Name, s.Detail)).Single());
    }

    [Fact]
    public async Task Invoke_RedirectRefusedAtItsSecondHop_ListsTheFirstOnly()
    {
        await using var first = RawServer.Start(async exchange =>
        {
            var request = await exchange.ReadRequestAsync();
            await exchange.WriteAsync(Moved(302, request.StartsWith("GET / ", StringComparison.Ordinal) ? "/second" : "http://10.0.0.1/"));
        });
        using var host = new InvokerHost([$"127.0.0.1:{first.Port}"]);

        var report = await host.RunAsync(Following($"http://127.0.0.1:{first.Port}/", 5));

        Assert.Equal((Outcome.Blocked, "/second"), (report.Outcome, new Uri(report.Redirects.Single().Url).AbsolutePath));
        Assert.StartsWith("Redirect 2 to http://10.0.0.1/ was not followed.", report.Message);
    }

    [Theory]
    [InlineData(0, "or allow redirects under Limits")]
    [InlineData(2, "It names no address that could be followed")]
    public async Task Invoke_RedirectWithoutLocation_SaysWhatHelps(int hops, string advice)
    {
        await using var first = RawServer.Answering("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var host = new InvokerHost([$"127.0.0.1:{first.Port}"]);

        var report = await host.RunAsync(Following($"http://127.0.0.1:{first.Port}/", hops));

        Assert.Equal(Outcome.HttpError, report.Outcome);
        Assert.Contains(advice, report.Message);
    }

    private static ApiDefinition Following(string url, int hops) => InvokerHost.Definition(url) with { Limits = new InvocationLimits { FollowRedirects = hops } };

    private static HeaderParam Constant(string name, string value) => new() { Name = name, Value = new ConstantValue { Value = RawJson.String(value) } };

    private static string Moved(int status, string location) =>
        $"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
}

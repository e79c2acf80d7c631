using System.Text;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Sending;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Sending;

public sealed class HttpSenderTests
{
    private const string Ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    [Fact]
    public async Task Send_ManyHeadersAndABody_PutsExactlyThemOnTheWire()
    {
        await using var server = RawServer.Answering(Ok);
        using var transport = new Transport([$"127.0.0.1:{server.Port}"]);
        var request = Transport.Request(
            $"http://127.0.0.1:{server.Port}/a/../b//c%2F?x=1&&y=%zz", "POST", "{\"n\":\"李\"}",
            Header("X-Zeta", "1"), Header("accept", "*/*"), Header("X-Name", "李 Ж é"), Header("User-Agent", "not/a valid;agent(("),
            Header("Cookie", "a=1; b=2"), Header("Content-Type", "application/json"));

        await transport.SendAsync(request);

        var expected = $"POST /a/../b//c%2F?x=1&&y=%zz HTTP/1.1\r\nHost: 127.0.0.1:{server.Port}\r\nX-Zeta: 1\r\nAccept: */*\r\nX-Name: 李 Ж é\r\n"
            + "User-Agent: not/a valid;agent((\r\nCookie: a=1; b=2\r\nContent-Type: application/json\r\nContent-Length: 11\r\n\r\n{\"n\":\"李\"}";
        Assert.Equal(expected, Encoding.UTF8.GetString(server.Exchanges.Single().Received));
    }

    [Theory]
    [InlineData("a\r\nX-Injected: 1")]
    [InlineData("a\nX-Injected: 1")]
    [InlineData("a\rX-Injected: 1")]
    [InlineData("a\0b")]
    public async Task Send_HeaderValueWithALineBreak_SendsNothing(string value)
    {
        await using var server = RawServer.Answering(Ok);
        using var transport = new Transport([$"127.0.0.1:{server.Port}"]);

        var failure = await Assert.ThrowsAsync<SendException>(
            () => transport.SendAsync(Transport.Request($"http://127.0.0.1:{server.Port}/", "GET", null, Header("X-A", value))));

        Assert.Equal(Outcome.InvalidInput, failure.Outcome);
        Assert.Empty(server.Exchanges);
    }

    [Fact]
    public async Task Send_EnvironmentNamesProxies_NoneIsAsked()
    {
        await using var canary = RawServer.Answering(Ok);
        await using var server = RawServer.Answering(Ok);
        string[] names = ["http_proxy", "HTTP_PROXY", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
        try
        {
            Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, $"http://127.0.0.1:{canary.Port}"));
            using var transport = new Transport([$"127.0.0.1:{server.Port}"]);
            await transport.SendAsync(Transport.Request($"http://127.0.0.1:{server.Port}/"));
        }
        finally
        {
            Array.ForEach(names, name => Environment.SetEnvironmentVariable(name, null));
        }

        Assert.Empty(canary.Exchanges);
        Assert.Single(server.Exchanges);
    }

    [Fact]
    public async Task Send_SecondRequestToTheSameHost_SaysTheConnectionIsReused()
    {
        await using var server = RawServer.Start(async exchange =>
        {
            while (true)
            {
                await exchange.ReadRequestAsync();
                await exchange.WriteAsync(Ok);
            }
        });
        using var transport = new Transport([$"127.0.0.1:{server.Port}"]);
        var request = Transport.Request($"http://127.0.0.1:{server.Port}/");

        var (first, firstTrace) = await transport.SendAsync(request);
        await first.Content.ReadAsStringAsync();
        var (_, secondTrace) = await transport.SendAsync(request);

        Assert.Equal((false, true), (firstTrace.Reused, secondTrace.Reused));
        Assert.Equal($"127.0.0.1:{server.Port}", secondTrace.Connection!.ToReport(true).RemoteAddress);
        Assert.Equal($"127.0.0.1:{server.Port}", secondTrace.Connection!.AllowedBy);
    }

    [Fact]
    public async Task Send_NobodyListens_IsUnreachableWithTheAddress()
    {
        await using var server = RawServer.Answering(Ok);
        var port = server.Port;
        await server.DisposeAsync();
        using var transport = new Transport([$"127.0.0.1:{port}"]);

        var failure = await Assert.ThrowsAsync<SendException>(() => transport.SendAsync(Transport.Request($"http://127.0.0.1:{port}/")));

        Assert.Equal(Outcome.Unreachable, failure.Outcome);
        Assert.Contains("nothing listens there", failure.Message);
    }

    [Fact]
    public async Task Send_UnknownName_IsUnreachable()
    {
        using var transport = new Transport();

        var failure = await Assert.ThrowsAsync<SendException>(() => transport.SendAsync(Transport.Request("http://no.such.example/")));

        Assert.Equal(Outcome.Unreachable, failure.Outcome);
        Assert.Contains("could not be resolved", failure.Message);
    }

    [Fact]
    public async Task Send_FirstAddressDead_DialsTheNext()
    {
        await using var server = RawServer.Answering(Ok);
        var dialer = new FakeDialer { Route = asked => asked.Address.ToString() == "8.8.8.8" ? new(System.Net.IPAddress.Loopback, 1) : server.EndPoint };
        using var transport = new Transport(null, new FakeResolver().With("two.example", "8.8.8.8", "9.9.9.9"), dialer);

        var (_, trace) = await transport.SendAsync(Transport.Request("http://two.example/"));

        Assert.Equal("9.9.9.9:80", trace.Connection!.Remote!.ToString());
    }

    private static BuiltHeader Header(string name, string value) => new(name, MaskedText.Plain(value));
}

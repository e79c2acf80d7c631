using System.Net;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Sending;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation.Sending;

public sealed class RebindingTests
{
    [Fact]
    public async Task Send_NameThatTurnsPrivateOnTheNextLookUp_NeverReachesIt()
    {
        await using var canary = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        await using var outside = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var dialer = new FakeDialer { Route = asked => asked.Address.ToString() == "8.8.8.8" ? outside.EndPoint : asked };
        var lookups = 0;
        var resolver = new FakeResolver().With("rebind.example", () => [IPAddress.Parse(lookups++ % 2 == 0 ? "8.8.8.8" : "127.0.0.1")]);
        using var transport = new Transport(null, resolver, dialer);

        var outcomes = new List<bool>();
        for (var round = 0; round < 100; round++)
        {
            outcomes.Add(await ReachesAsync(transport, $"http://rebind.example:{canary.Port}/"));
        }

        Assert.Empty(canary.Exchanges);
        Assert.Equal((50, 50), (outcomes.Count(o => o), outcomes.Count(o => !o)));
        Assert.Equal(100, resolver.Asked);
        Assert.All(dialer.Dialled, dialled => Assert.Equal("8.8.8.8", dialled.Address.ToString()));
    }

    private static async Task<bool> ReachesAsync(Transport transport, string url)
    {
        try
        {
            var (response, _) = await transport.SendAsync(Transport.Request(url));
            response.Dispose();
            return true;
        }
        catch (SendException e)
        {
            Assert.Equal(Outcome.Blocked, e.Outcome);
            Assert.Contains("127.0.0.1", e.Message);
            return false;
        }
    }
}

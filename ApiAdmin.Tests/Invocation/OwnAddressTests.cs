using System.Text;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

/// <summary>Where the real program lets a call go: never to itself, to its sandbox, and by its own proxy when one is set.</summary>
public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    public async Task Test_ApiAdminsOwnAddress_IsBlockedAsASelfConnection(string host)
    {
        await using var app = await TestApp.StartAsync();
        using var client = await RestClient.CreateAsync(app, Scopes.ApisWrite);

        var ran = await RunAsync(client, $"http://{host}:{new Uri(app.Listening).Port}/health/live");

        Assert.Equal("blocked", ran.Json.GetProperty("outcome").GetString());
        Assert.Contains("self connection", ran.Json.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_SandboxOfTheProgram_IsLetThroughByItsOwnRule()
    {
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });
        using var client = await RestClient.CreateAsync(app, Scopes.ApisWrite);

        var ran = await RunAsync(client, "{{system.sandbox.url}}/orders/A-1001");

        Assert.True(ran.Json.GetProperty("outcome").GetString() == "success", ran.Text);
        Assert.Equal("sandbox", ran.Json.GetProperty("connection").GetProperty("allowedBy").GetString());
    }

    [Fact]
    public async Task Test_ProxyInTheSettings_IsAskedForTheWholeAddress()
    {
        await using var proxy = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        await using var app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Outbound:Proxy"] = $"http://127.0.0.1:{proxy.Port}" });
        using var client = await RestClient.CreateAsync(app, Scopes.ApisWrite);

        var ran = await RunAsync(client, "http://crm.example.com/v1/orders?id=7");

        Assert.True(ran.Json.GetProperty("outcome").GetString() == "success", ran.Text);
        var asked = Encoding.UTF8.GetString(Assert.Single(proxy.Exchanges).Received);
        Assert.StartsWith("GET http://crm.example.com/v1/orders?id=7 HTTP/1.1\r\nHost: crm.example.com\r\n", asked, StringComparison.Ordinal);
    }

    private static Task<RestAnswer> RunAsync(RestClient client, string url) => client.SendAsync(
        HttpMethod.Post, "/api/v1/apis/x/test", $$"""{ "definition": { "key": "x", "name": "X", "url": "{{url}}" } }""");
}

using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Invocation.Sandbox;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Invocation;

/// <summary>The story of a program: post a definition, run it against a private server that the settings allow.</summary>
public sealed class OtherServerTests : IAsyncLifetime
{
    private readonly SandboxFixture server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Theory]
    [InlineData(true, "success")]
    [InlineData(false, "blocked")]
    public async Task Test_PrivateServer_IsReachedOnlyWhenAllowed(bool allowed, string outcome)
    {
        var settings = new Dictionary<string, string?> { ["Outbound:Allow:0"] = allowed ? new Uri(server.Url).Authority : "10.1.2.0/24:8443" };
        await using var app = await TestApp.StartAsync(settings: settings);
        using var client = await RestClient.CreateAsync(app, Scopes.ApisRead, Scopes.ApisWrite);
        var posted = await client.SendAsync(HttpMethod.Post, "/api/v1/apis", $$"""
            { "key": "order-status", "name": "Order status", "url": "{{server.Url}}/orders/{id}",
              "parameters": [ { "name": "id", "in": "path", "required": true, "value": { "from": "caller", "input": "orderId" } } ],
              "outputs": [ { "name": "city", "path": "$.item.address.city" } ] }
            """);

        var ran = await client.SendAsync(HttpMethod.Post, $"{posted.Headers["Location"]}/test", """{ "inputs": { "orderId": "A-1003" } }""");

        Assert.Equal(201, (int)posted.Status);
        Assert.True(ran.Json.GetProperty("outcome").GetString() == outcome, ran.Text);
        if (allowed)
        {
            Assert.Equal("Санкт-Петербург", ran.Json.GetProperty("outputs")[0].GetProperty("value").GetString());
            Assert.Contains("Санкт-Петербург", ran.Text, StringComparison.Ordinal);
        }
    }
}

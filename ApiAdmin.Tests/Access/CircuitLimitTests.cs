using System.Net;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Access;

/// <summary>What a page's socket may cost, and whose it may be.</summary>
public sealed class CircuitLimitTests : IAsyncLifetime
{
    private TestApp app = null!;

    public async Task InitializeAsync() =>
        app = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["RateLimits:CircuitsPerUser"] = "2" });

    public async Task DisposeAsync() => await app.DisposeAsync();

    [Fact]
    public async Task Socket_Anonymous_Is401()
    {
        using var client = app.Anonymous();
        using var socket = await CircuitSocket.TryAsync(app, client);
        Assert.Equal(HttpStatusCode.Unauthorized, socket.Answer);
    }

    [Fact]
    public async Task Socket_OfAForeignPage_Is403()
    {
        using var client = await app.SignInAsync(Role.Developer);
        using var socket = await CircuitSocket.TryAsync(app, client, "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, socket.Answer);
    }

    [Fact]
    public async Task Socket_BeyondThePersonsShare_Is429AndOthersComeIn()
    {
        using var client = await app.SignInAsync(Role.Developer);
        using var other = await app.SignInAsync(Role.Developer);
        using var first = await CircuitSocket.OpenAsync(app, client);
        using var second = await CircuitSocket.OpenAsync(app, client);

        using var third = await CircuitSocket.TryAsync(app, client);
        using var theirs = await CircuitSocket.OpenAsync(app, other);

        Assert.Equal(HttpStatusCode.TooManyRequests, third.Answer);
        await first.AssertAliveAsync();
        await second.AssertAliveAsync();
    }

    [Fact]
    public async Task Message_Of33Kilobytes_ClosesOnlyItsOwnSocket()
    {
        using var client = await app.SignInAsync(Role.Developer);
        using var heavy = await CircuitSocket.OpenAsync(app, client);
        using var other = await CircuitSocket.OpenAsync(app, client);

        await heavy.SendLargeAsync(33 * 1024);

        await heavy.AssertEndsAsync();
        await other.AssertAliveAsync();
    }
}

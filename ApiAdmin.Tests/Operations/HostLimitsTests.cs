using System.Net;
using System.Net.Sockets;
using System.Text;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Tests.Operations;

/// <summary>The limits of the host as they are in force, and the ones that can be walked into.</summary>
public sealed class HostLimitsTests(TestAppFixture fixture) : IClassFixture<TestAppFixture>
{
    private TestApp App => fixture.App;

    [Fact]
    public void Limits_OfTheServer_AreSet()
    {
        var server = App.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        Assert.False(server.AddServerHeader);
        Assert.Equal(5_000, server.Limits.MaxConcurrentConnections);
        Assert.Equal(2_000, server.Limits.MaxConcurrentUpgradedConnections);
        Assert.Equal(30_000_000, server.Limits.MaxRequestBodySize);
        Assert.Equal((32 * 1024, 100), (server.Limits.MaxRequestHeadersTotalSize, server.Limits.MaxRequestHeaderCount));
        Assert.Equal(TimeSpan.FromSeconds(30), server.Limits.RequestHeadersTimeout);
        var host = App.Services.GetRequiredService<IOptions<HostOptions>>().Value;
        Assert.Equal(TimeSpan.FromSeconds(30), host.ShutdownTimeout);
        Assert.Equal(BackgroundServiceExceptionBehavior.StopHost, host.BackgroundServiceExceptionBehavior);
    }

    [Theory]
    [InlineData(1, 33 * 1024)]
    [InlineData(101, 1)]
    public async Task Headers_BeyondTheLimit_Are431(int count, int length)
    {
        using var client = App.Anonymous();
        for (var i = 0; i < count; i++)
        {
            client.Http.DefaultRequestHeaders.Add($"X-{i}", new string('x', length));
        }

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Body_BeyondTheLimit_IsRefusedBeforeItIsRead()
    {
        var address = new Uri(App.Address);
        using var socket = new TcpClient();
        await socket.ConnectAsync(address.Host, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /csp HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/csp-report\r\nContent-Length: 30000001\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 413", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }
}

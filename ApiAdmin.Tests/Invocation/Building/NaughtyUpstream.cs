using System.Net.Sockets;
using System.Text;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Building;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Tests.Invocation.Building;

/// <summary>A real Kestrel that gets a built request's bytes over a socket and lets a test look at what it understood.</summary>
public sealed class NaughtyUpstream : IAsyncLifetime
{
    private readonly WebApplication app;
    private Func<HttpContext, Task> look = _ => Task.CompletedTask;
    private bool looked;

    public NaughtyUpstream()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0);
            kestrel.RequestHeaderEncodingSelector = _ => Encoding.UTF8;
        });
        app = builder.Build();
        app.Run(async context =>
        {
            looked = true;
            await look(context);
        });
    }

    public Task InitializeAsync() => app.StartAsync();

    public async Task DisposeAsync() => await app.DisposeAsync();

    /// <summary>Sends and answers what <paramref name="read"/> made of it; throws when Kestrel refused the request.</summary>
    internal async Task<T> Send<T>(BuiltRequest request, Func<HttpContext, Task<T>> read)
    {
        T seen = default!;
        looked = false;
        look = async context =>
        {
            seen = await read(context);
            context.Response.Headers.Connection = "close";
        };
        var port = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(RequestTextWriter.WriteBytes(request));
        using var reader = new StreamReader(stream);
        var answer = await reader.ReadToEndAsync();
        Assert.True(looked, $"refused: {answer.Split('\n')[0]} for {RequestTextWriter.Write(request, masked: false)}");
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        return seen;
    }

    internal static string RawTarget(HttpContext context) => context.Features.Get<IHttpRequestFeature>()!.RawTarget;
}

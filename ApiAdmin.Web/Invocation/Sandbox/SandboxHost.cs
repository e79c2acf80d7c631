using System.Net;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>
/// Runs the sandbox upstream as a second, small host inside the program, on a loopback port of its own, so that a
/// first API can be called without any other system and never by way of the main address.
/// </summary>
public sealed class SandboxHost(TimeProvider time, ILogger<SandboxHost> logger) : IHostedService, ISandboxAddress, IAsyncDisposable
{
    private WebApplication? app;

    public string? Url { get; private set; }

    public IPEndPoint? EndPoint { get; private set; }

    /// <summary>Hosted services start before the main server listens: whoever can call the app finds the address known.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        app = SandboxApp.Build(time, logger);
        await app.StartAsync(cancellationToken);
        var address = app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>()
            .Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        EndPoint = new IPEndPoint(IPAddress.Loopback, new Uri(address).Port);
        Url = $"http://{EndPoint}";
        logger.Started(Url);
    }

    public Task StopAsync(CancellationToken cancellationToken) => app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => app?.DisposeAsync() ?? ValueTask.CompletedTask;
}

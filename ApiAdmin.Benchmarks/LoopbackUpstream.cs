using System.Net;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Benchmarks;

/// <summary>A loopback server and the real invoker that may call it.</summary>
internal sealed class LoopbackUpstream(WebApplication server, ServiceProvider services) : IAsyncDisposable
{
    public IInvoker Invoker { get; } = services.GetRequiredService<IInvoker>();

    public Uri Address { get; } = new(server.Urls.First());

    public static async Task<LoopbackUpstream> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = builder.Build();
        server.Run(answer);
        await server.StartAsync();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Outbound:Allow:0", $"127.0.0.1:{new Uri(server.Urls.First()).Port}")]).Build();
        var services = new ServiceCollection().AddLogging()
            .AddSingleton(new StorageOptions { Provider = StorageProvider.Sqlite, DataDirectory = Path.GetTempPath(), ConnectionString = "" })
            .AddSingleton<ISecretSource, NoSecrets>().AddInvocation(settings).BuildServiceProvider();
        return new LoopbackUpstream(server, services);
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await server.DisposeAsync();
    }

    private sealed class NoSecrets : ISecretSource
    {
        public Task<IReadOnlyDictionary<string, RevealedSecret>> RevealAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, RevealedSecret>>(new Dictionary<string, RevealedSecret>());
    }
}

using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Support;

/// <summary>The real invoker with its edges replaced: names, dialling, trust, secrets, and a folder for spooled bodies.</summary>
internal sealed class InvokerHost : IDisposable
{
    private readonly ServiceProvider services;
    private readonly string folder = Directory.CreateTempSubdirectory("apiadmin-invoker").FullName;

    public InvokerHost(
        IEnumerable<string>? allow = null, IHostResolver? resolver = null, IDialer? dialer = null, X509Certificate2? root = null, FakeSecrets? secrets = null)
    {
        var settings = (allow ?? []).Select((entry, i) => KeyValuePair.Create($"Outbound:Allow:{i}", (string?)entry));
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(resolver ?? new FakeResolver());
        collection.AddSingleton(dialer ?? new SocketDialer());
        collection.AddSingleton(new TlsTrust { Root = root });
        collection.AddSingleton<ISecretSource>(secrets ?? new FakeSecrets());
        collection.AddSingleton(new StorageOptions { Provider = StorageProvider.Sqlite, DataDirectory = folder, ConnectionString = "" });
        collection.AddInvocation(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services = collection.BuildServiceProvider();
    }

    public IInvoker Invoker => services.GetRequiredService<IInvoker>();

    public BodySpool Spool => services.GetRequiredService<BodySpool>();

    public static ApiDefinition Definition(string url, int timeoutMs = 5_000) =>
        new() { Key = "test", Name = "Test", Url = url, Limits = new InvocationLimits { TimeoutMs = timeoutMs } };

    public async Task<InvocationReport> RunAsync(ApiDefinition definition, CancellationToken cancellationToken = default) =>
        (await Invoker.InvokeAsync(new InvocationRequest { Definition = definition }, cancellationToken)).Report;

    public Task<InvocationResult> RunAsync(ApiDefinition definition, string ownerId) => Invoker.InvokeAsync(
        new InvocationRequest { Definition = definition, SpoolBody = true, OwnerId = ownerId, Inputs = new Dictionary<string, JsonElement>() }, default);

    public void Dispose()
    {
        services.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Secrets by name, all bound to the same hosts.</summary>
internal sealed class FakeSecrets(params string[] hosts) : ISecretSource
{
    private readonly Dictionary<string, string> values = [];

    public FakeSecrets With(string name, string value)
    {
        values[name] = value;
        return this;
    }

    public Task<IReadOnlyDictionary<string, RevealedSecret>> RevealAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, RevealedSecret>>(
            names.Where(values.ContainsKey).ToDictionary(n => n, n => new RevealedSecret(n, values[n], [.. hosts])));
}

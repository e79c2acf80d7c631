using System.Collections.Concurrent;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Tests.Support;

/// <summary>One program for the tests of a class that only call it over REST, with its sandbox on.</summary>
public sealed class RestApp : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, Task<RestClient>> clients = new();

    public TestApp App { get; private set; } = null!;

    public async Task InitializeAsync() =>
        App = await TestApp.StartAsync(settings: new Dictionary<string, string?> { ["Sandbox:Enabled"] = "true" });

    /// <summary>A caller with these scopes, made once.</summary>
    public Task<RestClient> WithAsync(params string[] scopes) =>
        clients.GetOrAdd(string.Join(' ', scopes), _ => RestClient.CreateAsync(App, scopes));

    public Task<RestClient> WriterAsync() => WithAsync(Scopes.ApisRead, Scopes.ApisWrite);

    public async Task DisposeAsync()
    {
        foreach (var client in clients.Values)
        {
            (await client).Dispose();
        }

        await App.DisposeAsync();
    }
}

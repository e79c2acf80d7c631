using System.Text.Json;
using ApiAdmin.Web.Invocation.Sandbox;
using Microsoft.Extensions.Logging.Abstractions;

namespace ApiAdmin.Tests.Invocation.Sandbox;

/// <summary>The sandbox upstream alone, with a plain client that neither follows, decompresses nor keeps cookies.</summary>
public sealed class SandboxFixture : IAsyncLifetime
{
    private readonly SandboxHost host = new(TimeProvider.System, NullLogger<SandboxHost>.Instance);

#pragma warning disable RS0030 // A test's own client; the guarded transport is not under test here.
    public HttpClient Client { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
#pragma warning restore RS0030

    public string Url => host.Url!;

    public async Task InitializeAsync()
    {
        await host.StartAsync(CancellationToken.None);
        Client.BaseAddress = new Uri(Url);
    }

    public async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return document.RootElement.Clone();
    }

    public async Task<JsonElement> GetJsonAsync(string path) => await JsonAsync(await Client.GetAsync(path));

    public async Task DisposeAsync()
    {
        Client.Dispose();
        await host.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
    }
}

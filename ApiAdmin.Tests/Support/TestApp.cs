using System.Net;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Web;
using ApiAdmin.Web.Operations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Support;

/// <summary>
/// The whole program on a free loopback port over a database of its own, started by the same code as in production.
/// Limits on sign-in attempts are lifted, unless a test sets them.
/// </summary>
public sealed class TestApp : IAsyncDisposable
{
    public const string Password = "a long test pass phrase";

    private readonly TestStore store;
    private readonly WebApplication app;

    private TestApp(TestStore store, WebApplication app) => (this.store, this.app) = (store, app);

    public IServiceProvider Services => app.Services;

    public string DataDirectory => store.DataDirectory;

    /// <summary>Without a trailing slash.</summary>
    public string Address => Services.GetRequiredService<SiteAddress>().ForPeople;

    /// <summary>The loopback address it listens on, whatever <c>PublicUrl</c> says.</summary>
    public string Listening => app.Urls.First();

    /// <param name="settings">By their names, as <c>Outbound:Allow:0</c>.</param>
    /// <param name="adjust">Replaces services at the edges: a clock, a resolver.</param>
    public static async Task<TestApp> StartAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        IReadOnlyDictionary<string, string?>? settings = null,
        Action<WebApplicationBuilder>? adjust = null)
    {
        var place = await TestStore.CreateAsync(provider);
        var all = new Dictionary<string, string?>(place.Settings)
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["RateLimits:SignInPerMinute"] = "100000",
            ["Logging:LogLevel:Default"] = "Error",
        };
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        var started = Program.Create([.. all.Where(entry => entry.Value is not null).Select(entry => $"--{entry.Key}={entry.Value}")], Adjust);
        await started.StartAsync();
        return new TestApp(place, started);

        void Adjust(WebApplicationBuilder builder)
        {
            builder.Services.AddStrictQueries();
            builder.Services.AddCheapHashes();
            adjust?.Invoke(builder);
        }
    }

    /// <summary>A client without a sign-in that keeps cookies and follows nothing.</summary>
    public TestClient Anonymous() => new(Address);

    /// <summary>A person of that role; the password is <see cref="Password"/>.</summary>
    public async Task<AppUser> CreateUserAsync(Role role, string? email = null)
    {
        email ??= $"{role.ToString().ToLowerInvariant()}-{Guid.CreateVersion7():N}@example.com";
        await using var scope = Services.CreateAsyncScope();
        var user = new AppUser { Id = Guid.CreateVersion7(), UserName = email, Email = email, DisplayName = email, Role = role };
        var result = await scope.ServiceProvider.GetRequiredService<UserManager<AppUser>>().CreateAsync(user, Password);
        Assert.True(result.Succeeded, result.ToString());
        return user;
    }

    /// <summary>A client signed in through the sign-in page as <paramref name="user"/>.</summary>
    public async Task<TestClient> SignInAsync(AppUser user)
    {
        var client = Anonymous();
        var response = await client.SubmitAsync("/login", new() { ["Form.Email"] = user.Email!, ["Form.Password"] = Password });
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return client;
    }

    public async Task<TestClient> SignInAsync(Role role) => await SignInAsync(await CreateUserAsync(role));

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
    }
}

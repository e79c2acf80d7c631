using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ApiAdmin.Tests.Support;

/// <summary>A database with the access services over it, a clock in the test's hand, and actors to call them with.</summary>
public sealed class AccessFixture(TestDatabase database, FakeTimeProvider clock) : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    public static readonly HostActor Host = new("test");

    public TestDatabase Database => database;

    public FakeTimeProvider Clock => clock;

    public static async Task<AccessFixture> CreateAsync(
        StorageProvider provider = StorageProvider.Sqlite, Action<IServiceCollection, IConfiguration>? configure = null)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        return new AccessFixture(
            await TestDatabase.CreateAsync(provider, (services, configuration) => Configure(services, configuration, clock, configure)), clock);
    }

    public static void Configure(
        IServiceCollection services, IConfiguration configuration, TimeProvider clock, Action<IServiceCollection, IConfiguration>? more = null)
    {
        services.AddSingleton(clock);
        services.AddAccess(configuration);
        more?.Invoke(services, configuration);
    }

    public T Get<T>()
        where T : notnull => database.Get<T>();

    public async Task<UserActor> UserAsync(Role role)
    {
        var email = $"{role}-{Guid.CreateVersion7():N}@example.com".ToLowerInvariant();
        if (role != Role.Administrator && (await Get<UserService>().ListAsync(Host, default)).Count == 0)
        {
            await UserAsync(Role.Administrator);
        }

        var user = await Get<UserService>().CreateAsync(Host, new NewUser(email, role, Password), default);
        return new UserActor(user.Id, user.Email);
    }

    public async Task<(KeyActor Actor, string Text)> KeyAsync(params string[] scopes)
    {
        var key = await Get<ApiKeyService>().CreateAsync(Host, new NewApiKey("k", [.. scopes]), default);
        return (new KeyActor(key.Info.Id, key.Info.Name), key.Text);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();
}

using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Tests.Support;

/// <summary>
/// A real, migrated database of its own with the real Core services over it, gone when disposed. SQLite stands in a
/// temporary data directory; PostgreSQL on the server of <c>APIADMIN_TEST_POSTGRES</c>, without which the test is skipped.
/// </summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestStore store;

    private TestDatabase(TestStore store, ServiceProvider services) => (this.store, Services) = (store, services);

    public ServiceProvider Services { get; }

    public string DataDirectory => store.DataDirectory;

    public IDbContextFactory<AppDbContext> Contexts => Services.GetRequiredService<IDbContextFactory<AppDbContext>>();

    /// <param name="configure">Adds the services under test, or replaces some (a fake clock).</param>
    public static async Task<TestDatabase> CreateAsync(
        StorageProvider provider = StorageProvider.Sqlite, Action<IServiceCollection, IConfiguration>? configure = null)
    {
        var place = await TestStore.CreateAsync(provider);
        var services = Build(place, configure);
        var database = new TestDatabase(place, services);
        try
        {
            await services.GetRequiredService<DatabaseInitializer>().InitializeAsync(CancellationToken.None);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>The services over a store, not initialised: a second process on the same data, or a start under test.</summary>
    public static ServiceProvider Build(TestStore store, Action<IServiceCollection, IConfiguration>? configure = null) =>
        Build(store.Settings, configure);

    internal static ServiceProvider Build(
        IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection, IConfiguration>? configure)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        services.AddData(configuration);
        services.AddStrictQueries();
        configure?.Invoke(services, configuration);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task<AppDbContext> OpenAsync() => await Contexts.CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        await store.DisposeAsync();
    }
}

using ApiAdmin.Core.Data.Postgres;
using ApiAdmin.Core.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Data;

public static class DataRegistration
{
    /// <summary>The store: <see cref="IDbContextFactory{TContext}"/> of <see cref="AppDbContext"/>, and <see cref="DatabaseInitializer"/>.</summary>
    /// <exception cref="StartRefusedException">The storage settings are wrong; each is named.</exception>
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var options = StorageOptions.Read(configuration);
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddIdentitySchema();
        services.AddPooledDbContextFactory<SqliteAppDbContext>((provider, builder) =>
            builder.UseAppSqlite(provider.GetRequiredService<StorageOptions>().DatabaseFile));
        services.AddPooledDbContextFactory<PostgresAppDbContext>((provider, builder) =>
            builder.UseAppPostgres(provider.GetRequiredService<StorageOptions>().ConnectionString));
        services.AddSingleton<IDbContextFactory<AppDbContext>, AppDbContextFactory>();

        // For the framework's stores (Identity, data protection), which take a scoped context; nobody else does.
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContext());

        services.AddSingleton<IDatabaseEngine>(provider =>
            provider.GetRequiredService<StorageOptions>().Provider == StorageProvider.PostgreSql
                ? ActivatorUtilities.CreateInstance<PostgresEngine>(provider)
                : ActivatorUtilities.CreateInstance<SqliteEngine>(provider));
        services.AddSingleton(provider => new DatabaseInitializer(
            provider.GetRequiredService<StorageOptions>(), provider.GetRequiredService<IDatabaseEngine>(),
            provider.GetRequiredService<IDbContextFactory<AppDbContext>>(), provider.GetServices<IStartStep>(),
            provider.GetRequiredService<ILogger<DatabaseInitializer>>()));
        if (options.Provider == StorageProvider.Sqlite)
        {
            services.AddHostedService<SqliteLogKeeper>();
        }

        return services;
    }
}

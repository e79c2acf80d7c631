using ApiAdmin.Core.Data.Postgres;
using ApiAdmin.Core.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Core.Data;

/// <summary>The one factory everybody uses, over the pool of whichever provider is configured.</summary>
internal sealed class AppDbContextFactory(StorageOptions options, IServiceProvider services) : IDbContextFactory<AppDbContext>
{
    private readonly Func<AppDbContext> create = options.Provider == StorageProvider.PostgreSql
        ? services.GetRequiredService<IDbContextFactory<PostgresAppDbContext>>().CreateDbContext
        : services.GetRequiredService<IDbContextFactory<SqliteAppDbContext>>().CreateDbContext;

    public AppDbContext CreateDbContext() => create();
}

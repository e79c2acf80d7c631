using ApiAdmin.Core.Data.Postgres;
using ApiAdmin.Core.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Support;

/// <summary>In tests a query whose answer is left to chance is an error, not a line in the log.</summary>
public static class StrictQueries
{
    public static IServiceCollection AddStrictQueries(this IServiceCollection services)
    {
        services.ConfigureDbContext<SqliteAppDbContext>(builder => builder.ConfigureWarnings(Throw));
        services.ConfigureDbContext<PostgresAppDbContext>(builder => builder.ConfigureWarnings(Throw));
        return services;
    }

    private static void Throw(WarningsConfigurationBuilder warnings) => warnings.Throw(
        CoreEventId.RowLimitingOperationWithoutOrderByWarning,
        CoreEventId.FirstWithoutOrderByAndFilterWarning,
        CoreEventId.DistinctAfterOrderByWithoutRowLimitingOperatorWarning,
        RelationalEventId.MultipleCollectionIncludeWarning);
}

using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Data.Postgres;

/// <summary>How the PostgreSQL context is opened, the same at run time, in tests and for the migrations tool.</summary>
internal static class PostgresSetup
{
    private const int CommandSeconds = 15;

    public static DbContextOptionsBuilder UseAppPostgres(this DbContextOptionsBuilder builder, string connectionString) => builder
        .UseNpgsql(connectionString, npgsql => npgsql.CommandTimeout(CommandSeconds))
        .UseSnakeCaseNamingConvention();
}

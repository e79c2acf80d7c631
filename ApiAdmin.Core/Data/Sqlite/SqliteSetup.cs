using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>How the SQLite context is opened, the same at run time, in tests and for the migrations tool.</summary>
internal static class SqliteSetup
{
    private const int BusySeconds = 5;

    /// <summary>SQLITE_BUSY.</summary>
    public const int BusyCode = 5;

    public static readonly TimeSpan BusyTime = TimeSpan.FromSeconds(BusySeconds);

    private static readonly SqlitePragmas Pragmas = new();

    public static string ConnectionString(string file) => new SqliteConnectionStringBuilder
    {
        DataSource = file,
        ForeignKeys = true,
        DefaultTimeout = BusySeconds,
        Pooling = true,
    }.ToString();

    public static DbContextOptionsBuilder UseAppSqlite(this DbContextOptionsBuilder builder, string file) => builder
        .UseSqlite(ConnectionString(file), sqlite => sqlite.CommandTimeout(BusySeconds))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(Pragmas);
}

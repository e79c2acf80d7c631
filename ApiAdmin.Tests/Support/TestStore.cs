using ApiAdmin.Core.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace ApiAdmin.Tests.Support;

/// <summary>An empty place for a database: a temporary data directory, and with PostgreSQL a new database. Dropped when disposed.</summary>
public sealed class TestStore : IAsyncDisposable
{
    public const string ServerVariable = "APIADMIN_TEST_POSTGRES";

    private readonly string? database;

    private TestStore(StorageProvider provider, string? database)
    {
        (Provider, this.database) = (provider, database);
        DataDirectory = Directory.CreateTempSubdirectory("apiadmin-test-").FullName;
    }

    public static string? Server => Environment.GetEnvironmentVariable(ServerVariable) is { Length: > 0 } server ? server : null;

    public StorageProvider Provider { get; }

    public string DataDirectory { get; }

    public string ConnectionString => database is null ? "" : In(database);

    public Dictionary<string, string?> Settings => new()
    {
        ["Storage:Provider"] = Provider.ToString(),
        ["Storage:DataDirectory"] = DataDirectory,
        ["ConnectionStrings:ApiAdmin"] = ConnectionString,
    };

    /// <param name="createSql">Options of CREATE DATABASE; null leaves creating it to the program.</param>
    public static async Task<TestStore> CreateAsync(StorageProvider provider, string? createSql = null)
    {
        if (provider == StorageProvider.Sqlite)
        {
            return new TestStore(provider, database: null);
        }

        Skip.If(Server is null, $"{ServerVariable} names no PostgreSQL server.");
        var name = $"apiadmin_test_{Guid.CreateVersion7():N}";
        if (createSql is not null)
        {
            await ExecuteAsync($"CREATE DATABASE {name} {createSql}");
        }

        return new TestStore(provider, name);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (database is not null)
        {
            await ExecuteAsync($"DROP DATABASE IF EXISTS {database} WITH (FORCE)");
        }

        Directory.Delete(DataDirectory, recursive: true);
    }

    private static string In(string database) =>
        new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ToString();

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(In("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

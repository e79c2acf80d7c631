using Microsoft.Extensions.Configuration;
using Npgsql;

namespace ApiAdmin.Core.Data;

public enum StorageProvider { Sqlite, PostgreSql }

/// <summary>The section <c>Storage</c> with <c>ConnectionStrings:ApiAdmin</c>, read once and checked; every default stands here.</summary>
public sealed record StorageOptions
{
    public const string DefaultDataDirectory = "data";

    public required StorageProvider Provider { get; init; }

    /// <summary>Absolute: a relative SQLite path would follow the working directory of whoever opens it.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>Empty with SQLite, whose file is <see cref="DatabaseFile"/>.</summary>
    public required string ConnectionString { get; init; }

    public string DatabaseFile => Path.Combine(DataDirectory, "apiadmin.db");

    /// <exception cref="StartRefusedException">All that is wrong with the settings, each naming its setting.</exception>
    public static StorageOptions Read(IConfiguration configuration)
    {
        var problems = new List<string>();
        var options = new StorageOptions
        {
            Provider = ReadProvider(configuration["Storage:Provider"], problems),
            DataDirectory = ReadDirectory(configuration["Storage:DataDirectory"], problems),
            ConnectionString = configuration.GetConnectionString("ApiAdmin") ?? "",
        };
        CheckConnectionString(options, problems);
        return problems.Count == 0 ? options : throw new StartRefusedException(string.Join(Environment.NewLine, problems));
    }

    private static StorageProvider ReadProvider(string? text, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return StorageProvider.Sqlite;
        }

        if (!int.TryParse(text, out _) && Enum.TryParse<StorageProvider>(text, ignoreCase: true, out var provider))
        {
            return provider;
        }

        problems.Add($"Storage:Provider is '{text}', which is no database ApiAdmin knows. Set it to Sqlite or PostgreSql.");
        return StorageProvider.Sqlite;
    }

    private static string ReadDirectory(string? text, List<string> problems)
    {
        try
        {
            return Path.GetFullPath(string.IsNullOrWhiteSpace(text) ? DefaultDataDirectory : text);
        }
        catch (ArgumentException)
        {
            problems.Add($"Storage:DataDirectory is '{text}', which is no path. Set it to a folder the program may write to.");
            return "";
        }
    }

    private static void CheckConnectionString(StorageOptions options, List<string> problems)
    {
        if (problems.Count > 0)
        {
            return;
        }

        if (options is { Provider: StorageProvider.PostgreSql, ConnectionString: "" })
        {
            problems.Add("ConnectionStrings:ApiAdmin is empty, but Storage:Provider is PostgreSql. Set it to a connection string "
                + "such as Host=db;Database=apiadmin;Username=apiadmin;Password=….");
        }

        if (options.Provider == StorageProvider.PostgreSql && !IsConnectionString(options.ConnectionString))
        {
            // Not shown: it may hold a password.
            problems.Add("ConnectionStrings:ApiAdmin is no connection string PostgreSQL's driver can read. Write it as "
                + "Host=db;Database=apiadmin;Username=apiadmin;Password=….");
        }

        if (options is { Provider: StorageProvider.Sqlite, ConnectionString: not "" })
        {
            problems.Add("ConnectionStrings:ApiAdmin is set, but Storage:Provider is Sqlite, which keeps its file in "
                + "Storage:DataDirectory. Remove it, or set Storage:Provider to PostgreSql.");
        }
    }

    private static bool IsConnectionString(string text)
    {
        try
        {
            _ = new NpgsqlConnectionStringBuilder(text);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException)
        {
            return false;
        }
    }
}

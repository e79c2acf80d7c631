using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Data;

internal static partial class DataLog
{
    [LoggerMessage(1001, LogLevel.Information, "The database is ready: {Provider}, data in {DataDirectory}")]
    public static partial void Ready(ILogger log, StorageProvider provider, string dataDirectory);

    [LoggerMessage(1002, LogLevel.Warning, "A start was killed while migrating; its lock was removed and migrating goes on")]
    public static partial void StaleMigrationLock(ILogger log);

    [LoggerMessage(1003, LogLevel.Information, "The database was copied to {File} before migrating")]
    public static partial void BackedUp(ILogger log, string file);

    [LoggerMessage(1004, LogLevel.Warning, "SQLite's log could not be written back to the database file, and grows until it can; is the disk full?")]
    public static partial void LogNotWrittenBack(ILogger log, Exception error);
}

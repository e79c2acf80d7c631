using Microsoft.Data.Sqlite;
using Npgsql;

namespace ApiAdmin.Core.Data;

/// <summary>Tells a full disk from every other failure of a write.</summary>
internal static class StoreFull
{
    /// <summary>SQLITE_FULL.</summary>
    private const int SqliteFull = 13;

    /// <summary>SQLITE_IOERR_WRITE and SQLITE_IOERR_SHMSIZE: how a full disk shows when the log or its index cannot grow.</summary>
    private static readonly int[] SqliteCannotGrow = [778, 4874];

    public static bool IsCause(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException sqlite && (sqlite.SqliteErrorCode == SqliteFull || SqliteCannotGrow.Contains(sqlite.SqliteExtendedErrorCode)))
            {
                return true;
            }

            if (cause is PostgresException { SqlState: PostgresErrorCodes.DiskFull })
            {
                return true;
            }
        }

        return false;
    }
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>
/// What every connection must have, set at each opening because a pooled connection forgets nothing but a new one knows nothing: foreign keys
/// held, a commit on disk before it is acknowledged (work in bulk waits for neither, on a connection that comes back to the pool), room for the
/// pages of one search, and SQLite itself waiting for a busy writer by <see cref="SqliteBusy"/>, which wakes sooner than the driver's retry loop.
/// WAL is a property of the file, so the start sets it once.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    /// <summary>
    /// The log is written back by <see cref="SqliteLogKeeper"/> and by work in bulk, so that nobody who saves waits for it; one who finds 256 MiB
    /// of it does it after all.
    /// </summary>
    private const string Pragmas = "PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=65536; PRAGMA cache_size=-8192;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        SqliteBusy.Use(connection);
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        SqliteBusy.Use(connection);
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        return command;
    }
}

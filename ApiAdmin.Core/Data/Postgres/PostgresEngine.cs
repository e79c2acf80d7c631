using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace ApiAdmin.Core.Data.Postgres;

/// <summary>Starting on PostgreSQL: the database made when missing, refused unless UTF-8, an advisory lock of the session.</summary>
internal sealed class PostgresEngine(StorageOptions options, IDbContextFactory<AppDbContext> contexts) : IDatabaseEngine
{
    /// <summary>Locks of this program, told apart from others' in the same database: "ApiAdmin" as bytes.</summary>
    internal const long StartLock = 0x41_70_69_41_64_6D_69_6E;

    internal const long WriteLock = StartLock + 1;

    public async Task<IAsyncDisposable> LockStartAsync(CancellationToken cancellationToken)
    {
        await CreateMissingAsync(cancellationToken);

        // Not pooled: closing it ends the session and so the lock, whatever happened in between.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ToString());
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { CommandTimeout = 120 };
            command.Parameters.Add(new NpgsqlParameter { Value = StartLock });
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch (NpgsqlException e)
        {
            await connection.DisposeAsync();
            throw Refused(e);
        }
    }

    public async Task PrepareAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var encoding = await db.Database.SqlQuery<string>($"SELECT current_setting('server_encoding') AS \"Value\"").SingleAsync(cancellationToken);
        if (!string.Equals(encoding, "UTF8", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartRefusedException(
                $"The PostgreSQL database is encoded in {encoding} and would lose names in other scripts. Make one with "
                + "CREATE DATABASE apiadmin ENCODING 'UTF8' TEMPLATE template0, and name it in ConnectionStrings:ApiAdmin.");
        }
    }

    public Task FinishAsync(AppDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task CreateMissingAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancellationToken))
            {
                await creator.CreateAsync(cancellationToken);
            }
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another start made it in the same moment.
        }
        catch (NpgsqlException e)
        {
            throw Refused(e);
        }
        catch (InvalidOperationException e) when (e.InnerException is NpgsqlException inner)
        {
            // EF wraps what it takes for transient, such as a server that does not listen.
            throw Refused(inner);
        }
    }

    private static StartRefusedException Refused(NpgsqlException e) => new(
        $"The PostgreSQL database cannot be opened: {e.Message.TrimEnd('.')}. Check ConnectionStrings:ApiAdmin and that the server runs.");
}

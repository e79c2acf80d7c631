using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace ApiAdmin.Core.Data.Postgres;

/// <summary>The PostgreSQL face of the store.</summary>
public sealed class PostgresAppDbContext(DbContextOptions<PostgresAppDbContext> options) : AppDbContext(options)
{
    /// <summary>Byte order, as on SQLite: keys and folded sort columns page alike whatever the cluster's locale is.</summary>
    private const string ByteOrder = "C";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMicrosecondsConverter>();
        configurationBuilder.Properties<string>().UseCollation(ByteOrder);
    }

    /// <summary>
    /// Changes line up behind one advisory lock, as they do on SQLite: they are rare, the audit chain has to order them
    /// anyway, and taking that lock first rules out deadlocks with row locks.
    /// </summary>
    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var transaction = await Database.BeginTransactionAsync(cancellationToken);
        try
        {
            await Database.ExecuteSqlRawAsync("SET LOCAL lock_timeout = '5s'", cancellationToken);
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresEngine.WriteLock})", cancellationToken);
            return new WriteTransaction(transaction, place: null);
        }
        catch (Exception e)
        {
            await transaction.DisposeAsync();
            if (e is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable })
            {
                throw DataMetrics.Refused();
            }

            throw;
        }
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>The SQLite face of the store.</summary>
public sealed class SqliteAppDbContext(DbContextOptions<SqliteAppDbContext> options) : AppDbContext(options)
{
    /// <summary>SQLite has no time type, and EF's text form of one does not sort: times are kept as UTC microseconds.</summary>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMicrosecondsConverter>();

    public override async Task<WriteTransaction> BeginWriteAsync(CancellationToken cancellationToken)
    {
        var place = await WriterQueue.EnterAsync(Database.GetConnectionString()!, SqliteSetup.BusyTime, cancellationToken)
            ?? throw DataMetrics.Refused();
        try
        {
            // The driver begins IMMEDIATE. It waits for another process's lock by blocking, which must not hold up a circuit.
            return new WriteTransaction(await Task.Run(Database.BeginTransaction, cancellationToken), place);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SqliteSetup.BusyCode)
        {
            place.Dispose();
            throw DataMetrics.Refused();
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }
}

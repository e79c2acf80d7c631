using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>
/// Writes SQLite's log back while the program serves. SQLite would have it done by whoever's change makes the log long, who then waits for
/// what all the others wrote: beside an import a save took three times as long.
/// </summary>
internal sealed class SqliteLogKeeper(IDbContextFactory<AppDbContext> contexts, TimeProvider clock, ILogger<SqliteLogKeeper> log) : BackgroundService
{
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private bool failed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                // The driver works on its caller's thread.
                await Task.Run(() => TryAsync(stoppingToken), stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await SqliteLog.WriteBackAsync(db, cancellationToken);
            failed = false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A background service that throws stops the host. A full disk is likely to stay so for a while: said once.
            if (!failed)
            {
                DataLog.LogNotWrittenBack(log, e);
            }

            failed = true;
        }
    }
}

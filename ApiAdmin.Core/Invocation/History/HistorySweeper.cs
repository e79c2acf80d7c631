using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>
/// Removes runs older than <c>History:RetentionDays</c>, in batches so small that whoever else writes hardly waits. One
/// that fails is tried again at the next turn and never stops the host.
/// </summary>
public sealed class HistorySweeper(
    IDbContextFactory<AppDbContext> contexts, IOptions<HistoryOptions> options, TimeProvider time, ILogger<HistorySweeper> logger) : BackgroundService
{
    public const int Batch = 200;

    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>Removes all that is too old now.</summary>
    /// <returns>How many.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        var (all, gone) = (0, Batch);
        while (gone == Batch)
        {
            gone = await RemoveAsync(before, cancellationToken);
            all += gone;
        }

        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await SweepAsync(cancellationToken) is > 0 and var count)
            {
                InvocationLog.HistorySwept(logger, count, options.Value.RetentionDays);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            InvocationLog.HistorySweepFailed(logger, exception);
        }
    }

    private async Task<int> RemoveAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var old = await db.Invocations.Where(row => row.StartedAt < before).OrderBy(row => row.StartedAt).ThenBy(row => row.Id)
            .Select(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
        var gone = old.Count == 0 ? 0 : await db.Invocations.Where(row => old.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return gone;
    }
}

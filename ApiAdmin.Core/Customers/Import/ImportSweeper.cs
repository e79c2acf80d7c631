using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Removes imports nobody touched for 30 days, with files and reports: they hold customers' values.</summary>
internal sealed class ImportSweeper(ImportTools tools, ImportFiles files, ILogger<ImportSweeper> log) : BackgroundService
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        await using var db = await tools.Contexts.CreateDbContextAsync(cancellationToken);
        var before = tools.Clock.GetUtcNow() - Kept;
        var old = await db.CustomerImports.Where(row => row.ChangedAt < before).Select(row => row.Id).ToListAsync(cancellationToken);
        foreach (var id in old.Where(id => !files.IsHeld(id)))
        {
            await using var transaction = await db.BeginWriteAsync(cancellationToken);
            await db.CustomerImports.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            files.RemoveAll(id);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, tools.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
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
            await SweepAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            CustomersLog.ImportsNotSwept(log, e);
        }
    }
}

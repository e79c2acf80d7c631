using ApiAdmin.Core.Data;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Customers;

/// <summary>Erases deleted customers once their 30 days are over; a few at a time, so that nobody waits for it.</summary>
internal sealed class CustomerEraser(CustomerRemoval removal, TimeProvider clock, ILogger<CustomerEraser> log) : BackgroundService
{
    private const int Batch = 100;

    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(10);

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        while (await removal.EraseOverdueAsync(Batch, cancellationToken) == Batch)
        {
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TrySweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends.
        }
    }

    private async Task TrySweepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await SweepAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            CustomersLog.NotErased(log, e);
        }
    }
}

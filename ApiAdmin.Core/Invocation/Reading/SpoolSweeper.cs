using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>Empties the spool at start and removes what is over its hour.</summary>
internal sealed class SpoolSweeper(BodySpool spool, TimeProvider time, ILogger<SpoolSweeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Sweep(all: true);
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                Sweep(all: false);
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private void Sweep(bool all)
    {
        try
        {
            spool.Sweep(all);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            InvocationLog.SweepFailed(logger, e);
        }
    }
}

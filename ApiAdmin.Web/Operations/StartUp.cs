using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// The order of a start and of a stop: the store is made or migrated before the server listens; ready is said after the
/// warm-up; on the way out ready is taken back first, so that whoever sends traffic can look away.
/// </summary>
public sealed class StartUp(DatabaseInitializer store, WarmUp warmUp, Readiness readiness, TimeProvider time, IConfiguration configuration)
    : IHostedLifecycleService
{
    public const string DrainSetting = "Health:DrainSeconds";

    public Task StartingAsync(CancellationToken cancellationToken) => store.InitializeAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        await warmUp.RunAsync(cancellationToken);
        readiness.Open();
    }

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Close();
        if (configuration.GetValue(DrainSetting, 0) is > 0 and var seconds)
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), time, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

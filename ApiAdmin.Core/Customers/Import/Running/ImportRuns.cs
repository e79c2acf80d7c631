using System.Collections.Concurrent;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>The imports that this process runs. They stop with it, after a batch, and are resumed by whoever wants.</summary>
internal sealed class ImportRuns(ImportRunner runner) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Guid, Task> running = new();

    public void Start(CustomerImportRow job, Actor actor) => running[job.Id] = Task.Run(() => RunAsync(job, actor, CancellationToken.None));

    public async Task RunAsync(CustomerImportRow job, Actor actor, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, cancellationToken);
        await runner.RunAsync(job, actor, either.Token);
        running.TryRemove(job.Id, out _);
    }

    /// <summary>Done when none runs any more.</summary>
    public Task WhenIdleAsync() => Task.WhenAll(running.Values);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(running.Values);
        stop.Dispose();
    }
}

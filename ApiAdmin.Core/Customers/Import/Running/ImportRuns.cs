using System.Collections.Concurrent;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>An import with the place of the one who runs it.</summary>
internal sealed record ImportPlace(CustomerImportRow Job, IDisposable Hold) : IDisposable
{
    public void Dispose() => Hold.Dispose();
}

/// <summary>The imports that this process runs. They stop with it, after a batch, and are resumed by whoever wants.</summary>
internal sealed class ImportRuns(ImportRunner runner) : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<Guid, Task> running = new();

    public void Start(ImportPlace place, Actor actor) => running[place.Job.Id] = Task.Run(() => RunAsync(place, actor, CancellationToken.None));

    public async Task RunAsync(ImportPlace place, Actor actor, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop.Token, cancellationToken);
        using (place)
        {
            await runner.RunAsync(place.Job, actor, either.Token);
        }

        running.TryRemove(place.Job.Id, out _);
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

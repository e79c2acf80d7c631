using System.Collections.Concurrent;

namespace ApiAdmin.Core.Data.Sqlite;

/// <summary>
/// Writers of this process line up here, in order and without blocking a thread; SQLite's own busy waiting is unfair and
/// blocks, and is left for the rare second process. One gate per database for the life of the process.
/// </summary>
internal static class WriterQueue
{
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Gates = new(StringComparer.Ordinal);

    /// <returns>The place, to be disposed; null when it was not had in time.</returns>
    public static async Task<IDisposable?> EnterAsync(string connectionString, TimeSpan patience, CancellationToken cancellationToken)
    {
        var gate = Gates.GetOrAdd(connectionString, static _ => new SemaphoreSlim(1, 1));
        return await gate.WaitAsync(patience, cancellationToken) ? new Place(gate) : null;
    }

    private sealed class Place(SemaphoreSlim gate) : IDisposable
    {
        private SemaphoreSlim? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}

namespace ApiAdmin.Core.Access;

/// <summary>
/// Keeps what was read for half a second, so that a burst of calls reads rights once, and forgets all at once when this
/// process changes them: who asks after that does not get what was being read before. Callers of the same moment share one
/// reading, which goes on when the one who began it is cancelled.
/// </summary>
internal sealed class ShortCache<TKey, TValue>(TimeProvider clock)
    where TKey : notnull
{
    private const int Largest = 10_000;

    private static readonly TimeSpan Life = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Dictionary<TKey, Entry> entries = [];

    /// <param name="read">Given <paramref name="state"/>, so that no call has to make a closure.</param>
    public ValueTask<TValue> GetAsync<TState>(TKey key, TState state, Func<TState, Task<TValue>> read, CancellationToken cancellationToken)
    {
        var now = clock.GetTimestamp();
        Entry? entry;
        var isNew = false;
        lock (gate)
        {
            if (!entries.TryGetValue(key, out entry) || clock.GetElapsedTime(entry.BeganAt, now) >= Life)
            {
                if (entries.Count >= Largest)
                {
                    entries.Clear();
                }

                entries[key] = entry = new Entry(now);
                isNew = true;
            }
        }

        if (isNew)
        {
            _ = FillAsync(key, entry, state, read);
        }

        var value = entry.Value.Task;
        return value.IsCompleted ? new(value) : new(value.WaitAsync(cancellationToken));
    }

    public void Forget()
    {
        lock (gate)
        {
            entries.Clear();
        }
    }

    private async Task FillAsync<TState>(TKey key, Entry entry, TState state, Func<TState, Task<TValue>> read)
    {
        try
        {
            entry.Value.SetResult(await read(state));
        }
        catch (Exception e)
        {
            lock (gate)
            {
                if (entries.GetValueOrDefault(key) == entry)
                {
                    entries.Remove(key);
                }
            }

            entry.Value.SetException(e);
        }
    }

    private sealed class Entry(long beganAt)
    {
        public long BeganAt { get; } = beganAt;

        public TaskCompletionSource<TValue> Value { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

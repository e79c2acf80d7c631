namespace ApiAdmin.Core.Access;

/// <summary>
/// Keeps what was read for half a second, so that a burst of calls reads rights once, and forgets all at once when this
/// process changes them. What was being read while a change happened is not kept.
/// </summary>
internal sealed class ShortCache<TValue>(TimeProvider clock)
{
    private const int Largest = 10_000;

    private static readonly TimeSpan Life = TimeSpan.FromMilliseconds(500);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (TValue Value, long ReadAt)> entries = new(StringComparer.Ordinal);
    private int generation;

    public async ValueTask<TValue> GetAsync(string key, Func<Task<TValue>> read)
    {
        int before;
        var now = clock.GetTimestamp();
        lock (gate)
        {
            if (entries.TryGetValue(key, out var entry) && clock.GetElapsedTime(entry.ReadAt, now) < Life)
            {
                return entry.Value;
            }

            before = generation;
        }

        var value = await read();
        lock (gate)
        {
            if (generation == before)
            {
                if (entries.Count >= Largest)
                {
                    entries.Clear();
                }

                entries[key] = (value, now);
            }
        }

        return value;
    }

    public void Forget()
    {
        lock (gate)
        {
            generation++;
            entries.Clear();
        }
    }
}

using System.Collections.Concurrent;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Web.Customers.List;

/// <summary>
/// Which customers each person opened last, as ids alone, for a working day. In memory only: whom somebody looked at is nobody else's
/// business for longer than it helps. Decision 0113.
/// </summary>
public sealed class OpenedCustomers(TimeProvider time)
{
    public const int Most = 8;

    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    private const int MostPeople = 5_000;

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.Ordinal);

    /// <summary>The latest first.</summary>
    public IReadOnlyList<long> Of(Actor actor) =>
        entries.TryGetValue(actor.Id, out var entry) && time.GetUtcNow() - entry.At < Lifetime ? entry.Ids : [];

    public void Note(Actor actor, long id)
    {
        entries[actor.Id] = new Entry([id, .. Of(actor).Where(known => known != id).Take(Most - 1)], time.GetUtcNow());
        if (entries.Count > MostPeople)
        {
            foreach (var old in entries.OrderBy(entry => entry.Value.At).Take(MostPeople / 10).ToList())
            {
                entries.TryRemove(old);
            }
        }
    }

    private sealed record Entry(IReadOnlyList<long> Ids, DateTimeOffset At);
}

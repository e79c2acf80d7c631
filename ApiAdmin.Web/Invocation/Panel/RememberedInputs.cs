using System.Collections.Concurrent;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>
/// What each person last ran each API with, so that a reload of the page brings it back. In memory only, for a working
/// day: inputs are data of customers, which neither the browser's storage nor the database should collect.
/// </summary>
public sealed class RememberedInputs(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const int MostEntries = 2_000;
    private const int LongestEntry = 64 * 1024;

    private readonly ConcurrentDictionary<(string Actor, string Api), Entry> entries = new();

    public IReadOnlyDictionary<string, string> Of(Actor actor, string api) =>
        entries.TryGetValue((actor.Id, api), out var entry) && !IsOver(entry) ? entry.Texts : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Names of the inputs that a run of the history had and that are to be typed again; none after the next run.</summary>
    public IReadOnlyList<string> AskedOf(Actor actor, string api) =>
        entries.TryGetValue((actor.Id, api), out var entry) && !IsOver(entry) ? entry.Asked : [];

    /// <summary>Keeps them in the place of what was there; what is too long to keep, or without a key, is forgotten.</summary>
    public void Keep(Actor actor, string api, IReadOnlyDictionary<string, string> texts, IReadOnlyList<string>? asked = null)
    {
        if (api.Length == 0 || texts.Sum(text => text.Key.Length + text.Value.Length) > LongestEntry)
        {
            entries.TryRemove((actor.Id, api), out _);
            return;
        }

        entries[(actor.Id, api)] = new Entry(texts, asked ?? [], time.GetUtcNow());
        if (entries.Count > MostEntries)
        {
            Trim();
        }
    }

    private void Trim()
    {
        foreach (var old in entries.OrderBy(entry => entry.Value.KeptAt).Take(MostEntries / 10).ToList())
        {
            entries.TryRemove(old);
        }
    }

    private bool IsOver(Entry entry) => time.GetUtcNow() - entry.KeptAt > Lifetime;

    private sealed record Entry(IReadOnlyDictionary<string, string> Texts, IReadOnlyList<string> Asked, DateTimeOffset KeptAt);
}

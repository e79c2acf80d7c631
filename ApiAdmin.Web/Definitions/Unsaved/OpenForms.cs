using System.Collections.Concurrent;

namespace ApiAdmin.Web.Definitions.Unsaved;

/// <summary>The forms that are open now: what one of them keeps is offered to another, never taken from it unasked.</summary>
public sealed class OpenForms
{
    private readonly ConcurrentDictionary<Guid, byte> holders = new();

    public void Add(Guid holder) => holders.TryAdd(holder, 0);

    public void Remove(Guid holder) => holders.TryRemove(holder, out _);

    public bool Contains(Guid holder) => holders.ContainsKey(holder);
}

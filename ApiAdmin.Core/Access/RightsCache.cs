using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Access;

/// <summary>What this process remembers of rights and keys for half a second; every change of either forgets it all.</summary>
public sealed class RightsCache(TimeProvider clock)
{
    internal ShortCache<Actor, Rights> Rights { get; } = new(clock);

    internal ShortCache<string, StoredKey?> Keys { get; } = new(clock);

    public void Forget()
    {
        Rights.Forget();
        Keys.Forget();
    }
}

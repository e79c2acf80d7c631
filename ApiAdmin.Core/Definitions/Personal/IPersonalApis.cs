using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Definitions.Personal;

/// <summary>
/// Each person's own stars and last opened APIs. Only people have them: an API key has none and can set none. They are
/// nobody else's business and change nothing that others see, so the audit does not tell of them.
/// </summary>
public interface IPersonalApis
{
    const int MostRecent = 10;

    /// <returns>Those of <paramref name="keys"/> that have the person's star.</returns>
    [Demands(Operation.ReadApis)]
    Task<IReadOnlySet<string>> FavouritesAsync(Actor actor, IReadOnlyCollection<string> keys, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">There is no API of that key.</exception>
    [Demands(Operation.ReadApis)]
    Task SetFavouriteAsync(Actor actor, string key, bool favourite, CancellationToken cancellationToken);

    /// <summary>Notes that the person opened an API; nothing happens when there is none of that key.</summary>
    [Demands(Operation.ReadApis)]
    Task NoteOpenedAsync(Actor actor, string key, CancellationToken cancellationToken);

    /// <returns>The APIs the person opened last, at most <see cref="MostRecent"/>, the latest first.</returns>
    [Demands(Operation.ReadApis)]
    Task<IReadOnlyList<ApiSummary>> RecentAsync(Actor actor, CancellationToken cancellationToken);
}

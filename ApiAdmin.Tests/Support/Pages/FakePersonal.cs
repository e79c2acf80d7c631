using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Personal;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>One person's stars and last opened APIs in memory.</summary>
internal sealed class FakePersonal(FakeDefinitions definitions) : IPersonalApis
{
    public HashSet<string> Stars { get; } = [];

    /// <summary>Keys, the latest first.</summary>
    public List<string> Opened { get; } = [];

    public Task<IReadOnlySet<string>> FavouritesAsync(Actor actor, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlySet<string>>(Stars.Intersect(keys).ToHashSet());

    public Task SetFavouriteAsync(Actor actor, string key, bool favourite, CancellationToken cancellationToken)
    {
        _ = favourite ? Stars.Add(key) : Stars.Remove(key);
        return Task.CompletedTask;
    }

    public Task NoteOpenedAsync(Actor actor, string key, CancellationToken cancellationToken)
    {
        Opened.Remove(key);
        Opened.Insert(0, key);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<ApiSummary>> RecentAsync(Actor actor, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ApiSummary>>([.. Opened.Select(key => FakeDefinitions.Summary(definitions[key]))]);
}

using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Definitions;

/// <summary>The stored APIs: every screen, endpoint and command reads and changes them here. Each call demands the actor's right.</summary>
public interface IDefinitionService
{
    [Demands(Operation.ReadApis)]
    Task<PagedList<ApiSummary>> ListAsync(Actor actor, ApiListQuery query, CancellationToken cancellationToken);

    /// <summary>The categories in use, in order, for suggestions and the filter.</summary>
    [Demands(Operation.ReadApis)]
    Task<IReadOnlyList<string>> CategoriesAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>The same as a tree, with the number of APIs in each.</summary>
    [Demands(Operation.ReadApis)]
    Task<ApiCategories> CategoryTreeAsync(Actor actor, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">There is no API of that key.</exception>
    [Demands(Operation.ReadApis)]
    Task<StoredApi> GetAsync(Actor actor, string key, CancellationToken cancellationToken);

    /// <exception cref="InvalidException">The definition breaks rules.</exception>
    /// <exception cref="TakenException">The key is in use.</exception>
    [Demands(Operation.WriteApis)]
    Task<StoredApi> CreateAsync(Actor actor, ApiDefinition definition, CancellationToken cancellationToken);

    /// <summary>Stores a copy of an API as it is stored, under a free key.</summary>
    /// <exception cref="NotFoundException">There is no API of that key.</exception>
    [Demands(Operation.WriteApis)]
    Task<StoredApi> DuplicateAsync(Actor actor, string key, CancellationToken cancellationToken);

    /// <param name="key">The key it has now; <paramref name="definition"/> may carry a new one, which renames it.</param>
    /// <param name="ifMatch">The <see cref="StoredApi.Tag"/> it was edited from.</param>
    /// <exception cref="StaleException">Somebody saved in between.</exception>
    /// <exception cref="TakenException">The new key is in use.</exception>
    [Demands(Operation.WriteApis)]
    Task<StoredApi> UpdateAsync(Actor actor, string key, ApiDefinition definition, VersionMatch ifMatch, CancellationToken cancellationToken);

    /// <summary>Moves an API to the trash (<see cref="Trash.IApiTrash"/>). Its key is free from then on.</summary>
    /// <returns>Its id there.</returns>
    [Demands(Operation.WriteApis)]
    Task<Guid> DeleteAsync(Actor actor, string key, VersionMatch ifMatch, CancellationToken cancellationToken);
}

/// <summary>Which APIs to list. <see cref="Page"/> counts from 1.</summary>
public sealed record ApiListQuery
{
    /// <summary>Found anywhere in name, key, URL, category or description, without regard to case and accents.</summary>
    public string? Search { get; init; }

    public ApiStatus? Status { get; init; }

    /// <summary>A category, with all below it: <c>Orders</c> has <c>Orders/EU</c> too. <see cref="ApiCategories.None"/>: without one.</summary>
    public string? Category { get; init; }

    /// <summary>Only those with the actor's own star.</summary>
    public bool FavouritesOnly { get; init; }

    /// <summary>
    /// What is built in and so not stored, but stands in the list at its place: searched, sorted and counted with the others. It has neither
    /// a status nor a category nor a star, so a filter by one of these leaves it out.
    /// </summary>
    public ValueList<ApiDefinition> BuiltIn { get; init; } = [];

    public ApiSort Sort { get; init; } = ApiSort.Name;

    public bool Descending { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 50;
}

public enum ApiStatus { Draft, Published }

public enum ApiSort { Name, Key, Category, Updated }

/// <summary>One row of the list.</summary>
public sealed record ApiSummary
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string Category { get; init; } = "";

    public required string Method { get; init; }

    public required string Url { get; init; }

    public ApiStatus Status { get; init; }

    /// <summary>Answered by ApiAdmin itself: it has no status, nobody updated it, and it stands before all that somebody did.</summary>
    public bool IsBuiltIn { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }
}

/// <summary>A definition as stored, with who touched it last.</summary>
public sealed record StoredApi
{
    public required ApiDefinition Definition { get; init; }

    /// <summary>Version token for <c>ETag</c> and <c>If-Match</c>, without quotes.</summary>
    public required string Tag { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    /// <summary>What is allowed but probably not meant, such as a secret that does not exist yet.</summary>
    public ValueList<Finding> Warnings { get; init; } = [];
}

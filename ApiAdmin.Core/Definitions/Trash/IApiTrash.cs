using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Definitions.Trash;

/// <summary>
/// Deleted APIs, kept for <see cref="Kept"/> with their drafts, stars and comments. Nobody finds them by their key any
/// more, and the key is free; here they go by their id.
/// </summary>
public interface IApiTrash
{
    static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <returns>Those deleted last first.</returns>
    [Demands(Operation.WriteApis)]
    Task<PagedList<TrashedApi>> ListAsync(Actor actor, int page, int pageSize, CancellationToken cancellationToken);

    /// <summary>Puts an API back as it was; when its key was given to another meanwhile, under a free one.</summary>
    /// <returns>The key it has now.</returns>
    /// <exception cref="NotFoundException">It is not in the trash.</exception>
    [Demands(Operation.WriteApis)]
    Task<string> RestoreAsync(Actor actor, Guid id, CancellationToken cancellationToken);

    /// <summary>Removes it and all that belongs to it, for ever. Its runs stay in the history.</summary>
    /// <exception cref="NotFoundException">It is not in the trash.</exception>
    [Demands(Operation.WriteApis)]
    Task PurgeAsync(Actor actor, Guid id, CancellationToken cancellationToken);
}

/// <summary>One row of the trash.</summary>
public sealed record TrashedApi
{
    public required Guid Id { get; init; }

    /// <summary>The key it had; another API may have it now.</summary>
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string Category { get; init; } = "";

    public required string Method { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }

    public required string DeletedBy { get; init; }

    public DateTimeOffset GoneAt => DeletedAt + IApiTrash.Kept;
}

using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Definitions.Unsaved;

/// <summary>
/// What people typed and have not saved yet, kept on the server for each person and API. Two forms of one person have a
/// row each: none writes into the other's, whatever order they write in.
/// </summary>
public interface IUnsavedService
{
    /// <param name="key">Null for APIs that do not exist yet.</param>
    /// <returns>The actor's own, newest first; nothing when there is no such API.</returns>
    [Demands(Operation.WriteApis)]
    Task<IReadOnlyList<UnsavedWork>> ListAsync(Actor actor, string? key, CancellationToken cancellationToken);

    /// <summary>Keeps the form's present state: in its own row as long as it holds one, else in a new one.</summary>
    /// <returns>The row's id.</returns>
    /// <exception cref="NotFoundException">The API is gone.</exception>
    /// <exception cref="InvalidException">It is too large, or too many are kept.</exception>
    [Demands(Operation.WriteApis)]
    Task<Guid> KeepAsync(Actor actor, FormState state, Guid? id, CancellationToken cancellationToken);

    /// <summary>Makes another form the holder of a row; who held it before writes into a new one from then on.</summary>
    /// <returns>False when the row is gone.</returns>
    [Demands(Operation.WriteApis)]
    Task<bool> TakeAsync(Actor actor, Guid id, FormPlace place, CancellationToken cancellationToken);

    /// <summary>Removes a row, unless another form has taken it over.</summary>
    [Demands(Operation.WriteApis)]
    Task ForgetAsync(Actor actor, Guid id, Guid holder, CancellationToken cancellationToken);
}

/// <summary>An open form, and the browser tab it stands in.</summary>
public sealed record FormPlace(Guid Holder, string Tab);

/// <summary>What a form holds now.</summary>
public sealed record FormState
{
    public required FormPlace Place { get; init; }

    /// <summary>The stored API's key; null for a new one.</summary>
    public string? Key { get; init; }

    /// <summary><see cref="StoredApi.Tag"/> of what the form was opened from; empty for a new one.</summary>
    public string BaseTag { get; init; } = "";

    /// <summary>What the form was opened from.</summary>
    public required ApiDefinition Base { get; init; }

    public required ApiDefinition Definition { get; init; }
}

/// <summary>One kept state of a form.</summary>
public sealed record UnsavedWork(Guid Id, FormPlace Place, string BaseTag, ApiDefinition Base, ApiDefinition Definition, DateTimeOffset ChangedAt);

using ApiAdmin.Core.Access;

namespace ApiAdmin.Core.Definitions.Comments;

/// <summary>
/// What people write about an API: plain text beside its definition, in no export and no version token. Everybody who
/// reads APIs reads comments; who wrote one, or an administrator, may change and remove it.
/// </summary>
public interface ICommentService
{
    const int MostCharacters = 4_000;

    /// <summary>How long a removal can be undone.</summary>
    static readonly TimeSpan Undoable = TimeSpan.FromDays(1);

    /// <param name="most">How many of the newest.</param>
    /// <returns>Oldest first; none when there is no such API.</returns>
    [Demands(Operation.ReadApis)]
    Task<CommentThread> ListAsync(Actor actor, string key, int most, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">There is no API of that key.</exception>
    /// <exception cref="InvalidException">The text is blank, too long or holds what cannot be kept.</exception>
    [Demands(Operation.CommentOnApis)]
    Task<ApiComment> AddAsync(Actor actor, string key, string text, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">The comment is gone.</exception>
    /// <exception cref="AccessDeniedException">Somebody else wrote it, and the actor is no administrator.</exception>
    [Demands(Operation.CommentOnApis)]
    Task EditAsync(Actor actor, Guid id, string text, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">The comment is gone.</exception>
    /// <exception cref="AccessDeniedException">Somebody else wrote it, and the actor is no administrator.</exception>
    [Demands(Operation.CommentOnApis)]
    Task DeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken);

    /// <summary>Undoes a removal, up to <see cref="Undoable"/> after it.</summary>
    /// <exception cref="NotFoundException">The comment was not removed, or too long ago.</exception>
    [Demands(Operation.CommentOnApis)]
    Task UndeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken);
}

/// <param name="Total">How many there are in all.</param>
public sealed record CommentThread(IReadOnlyList<ApiComment> Items, int Total)
{
    public static CommentThread Empty { get; } = new([], 0);
}

public sealed record ApiComment
{
    public required Guid Id { get; init; }

    public required string Author { get; init; }

    /// <summary>As it was typed, lines separated by U+000A.</summary>
    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>The actor that asked may change and remove it.</summary>
    public bool MayChange { get; init; }
}

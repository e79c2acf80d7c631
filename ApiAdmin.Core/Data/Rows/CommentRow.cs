namespace ApiAdmin.Core.Data;

/// <summary>What one person wrote about an API. No part of its definition.</summary>
public sealed class CommentRow
{
    public required Guid Id { get; init; }

    public required Guid ApiId { get; init; }

    /// <summary>Null when the account is gone; the comment stays under <see cref="AuthorName"/>.</summary>
    public Guid? AuthorId { get; init; }

    public required string AuthorName { get; init; }

    public required string Text { get; set; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Since when it is gone for everybody; until it is swept away its removal can be undone.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

namespace ApiAdmin.Core.Data;

/// <summary>One person marked one API with a star.</summary>
public sealed class FavouriteRow
{
    public required Guid UserId { get; init; }

    public required Guid ApiId { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}

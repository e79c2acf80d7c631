namespace ApiAdmin.Core.Data;

/// <summary>When one person last opened one API; only the newest few of each person are kept.</summary>
public sealed class OpenedRow
{
    public required Guid UserId { get; init; }

    public required Guid ApiId { get; init; }

    public required DateTimeOffset OpenedAt { get; set; }
}

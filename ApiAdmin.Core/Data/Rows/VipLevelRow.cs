namespace ApiAdmin.Core.Data;

/// <summary>The definition of one VIP level.</summary>
public sealed class VipLevelRow
{
    public required string Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name folded: what must be unique.</summary>
    public required string SortKey { get; set; }

    public required Guid Version { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }
}

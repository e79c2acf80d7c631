namespace ApiAdmin.Core.Data;

/// <summary>The definition of one tag.</summary>
public sealed class TagRow
{
    public required string Id { get; init; }

    public required string GroupName { get; set; }

    public required string Name { get; set; }

    /// <summary>Group and name folded: the order of the list, and what must be unique.</summary>
    public required string SortKey { get; set; }

    public required Guid Version { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }
}

namespace ApiAdmin.Core.Customers;

/// <summary>Something to mark customers with, under the name of its group.</summary>
public sealed record CustomerTag
{
    /// <summary>Such as <c>t_12</c>; empty on creation lets the program choose.</summary>
    public string Id { get; init; } = "";

    public required string Group { get; init; }

    public required string Name { get; init; }
}

/// <param name="Tag">The version token that a change names.</param>
public sealed record StoredTag(CustomerTag Label, string Tag, string UpdatedBy, DateTimeOffset UpdatedAt);

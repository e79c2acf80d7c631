namespace ApiAdmin.Core.Customers;

/// <summary>One step of the list of VIP levels.</summary>
public sealed record VipLevel
{
    /// <summary>Such as <c>v_1</c>; empty on creation lets the program choose.</summary>
    public string Id { get; init; } = "";

    public required string Name { get; init; }
}

/// <param name="Tag">The version token that a change names.</param>
public sealed record StoredVipLevel(VipLevel Level, string Tag, string UpdatedBy, DateTimeOffset UpdatedAt);

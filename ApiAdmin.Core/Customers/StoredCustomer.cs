namespace ApiAdmin.Core.Customers;

/// <summary>A customer as stored, as far as who asked may see it.</summary>
public sealed record StoredCustomer
{
    public required long Id { get; init; }

    public required Customer Customer { get; init; }

    /// <summary>Phones, e-mails, accounts and visitor ids are masked; the values themselves are not in here.</summary>
    public required bool IsMasked { get; init; }

    /// <summary>The version token that a change names.</summary>
    public required string Tag { get; init; }

    public DateTimeOffset? BlacklistedAt { get; init; }

    public string? BlacklistedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    /// <summary>Deleted then; it can be restored until <see cref="CustomerRetention.Deleted"/> later.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public string? DeletedBy { get; init; }

    public override string ToString() => $"customer {Id}";
}

public static class CustomerRetention
{
    /// <summary>How long a deleted customer can be restored before it is erased.</summary>
    public static readonly TimeSpan Deleted = TimeSpan.FromDays(30);
}

using ApiAdmin.Core.Customers;

namespace ApiAdmin.Core.Data;

/// <summary>
/// One customer. Its phones, e-mails, accounts and visitor ids are rows of their own; tags and field values stand here for
/// reading, and in narrow tables beside it for filtering and counting.
/// </summary>
public sealed class CustomerRow
{
    public required long Id { get; init; }

    public required string Nick { get; set; }

    public string? RealName { get; set; }

    public Sex? Sex { get; set; }

    public string? Country { get; set; }

    public string? Province { get; set; }

    public string? City { get; set; }

    public string? Remark { get; set; }

    public bool? Vip { get; set; }

    public string? VipLevel { get; set; }

    public bool Blacklisted { get; set; }

    public string? BlacklistReason { get; set; }

    public DateTimeOffset? BlacklistedAt { get; set; }

    public string? BlacklistedBy { get; set; }

    public string? Enterprise { get; set; }

    public string? Source { get; set; }

    public string? Owner { get; set; }

    /// <summary>Ids joined by commas; null without any.</summary>
    public string? Tags { get; set; }

    /// <summary>A JSON object: field id → array of texts; null without any.</summary>
    public string? Fields { get; set; }

    /// <summary>Changes with every save; compared in the UPDATE's WHERE, so the second of two editors is told.</summary>
    public required Guid Version { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string UpdatedBy { get; set; }

    public DateTimeOffset? DeletedAt { get; set; }

    public string? DeletedBy { get; set; }
}

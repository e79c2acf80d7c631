namespace ApiAdmin.Core.Data;

/// <summary>An API key as stored: its public part, and only the hash of its secret part.</summary>
public sealed class ApiKeyRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The public part of the key, by which it is looked up.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole key.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>Scopes joined by single spaces, sorted.</summary>
    public required string Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Written at most once a minute.</summary>
    public DateTimeOffset? LastUsedAt { get; set; }
}

using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Access;

/// <summary>What a new key is to be.</summary>
public sealed record NewApiKey(string Name, ValueList<string> Scopes, DateTimeOffset? ExpiresAt = null);

/// <param name="Text">The key itself: shown this once, stored nowhere.</param>
public sealed record CreatedApiKey(ApiKeyInfo Info, string Text)
{
    public override string ToString() => $"API key {Info.Id}";
}

/// <summary>A key as listed.</summary>
/// <param name="Prefix">How the key begins, to tell which one somebody has.</param>
public sealed record ApiKeyInfo(
    Guid Id, string Name, string Prefix, ValueList<string> Scopes, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt)
{
    public ApiKeyState StateAt(DateTimeOffset now) =>
        RevokedAt is not null ? ApiKeyState.Revoked : ExpiresAt <= now ? ApiKeyState.Expired : ApiKeyState.Live;
}

public enum ApiKeyState { Live, Expired, Revoked }

/// <summary>How a key is to be followed by another of the same name and scopes.</summary>
/// <param name="OldEndsAt">Until then both are live, so that its user can change over without a failed call.</param>
/// <param name="ExpiresAt">Of the new one; null when it does not expire.</param>
public sealed record KeyRotation(DateTimeOffset OldEndsAt, DateTimeOffset? ExpiresAt = null);

public enum ApiKeySort { Name, Created, Expires, LastUsed }

/// <summary>Which keys to list, and how.</summary>
public sealed record ApiKeyListQuery
{
    /// <summary>Found anywhere in name, prefix or scopes, without regard to case and accents.</summary>
    public string? Search { get; init; }

    public ApiKeyState? State { get; init; }

    public ApiKeySort Sort { get; init; }

    public bool Descending { get; init; }

    public int Page { get; init; } = 1;

    public int PageSize { get; init; } = 25;
}

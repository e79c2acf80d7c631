using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Access;

/// <summary>Says whose API key a text is. Revoking a key counts within a second.</summary>
public interface IApiKeyVerifier
{
    /// <summary>The live key that <paramref name="key"/> is; null when it is malformed, unknown, revoked or expired.</summary>
    Task<KeyIdentity?> VerifyAsync(string key, CancellationToken cancellationToken);
}

/// <summary>What a key may know of itself.</summary>
public sealed record KeyIdentity(Guid Id, string Name, ValueList<string> Scopes, DateTimeOffset? ExpiresAt);

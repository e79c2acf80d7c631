namespace ApiAdmin.Core.Definitions;

public sealed record InvocationLimits
{
    public const int DefaultMaxBodyBytes = 2 * 1024 * 1024;
    public const int HighestMaxBodyBytes = 256 * 1024 * 1024;
    public const int HighestRedirects = 5;

    /// <summary>Total deadline in ms; <c>Outbound:DefaultTimeoutMs</c> when left out.</summary>
    public int? TimeoutMs { get; init; }

    /// <summary>Decoded bytes read at most; beyond it the outcome is <c>invalid_response</c>.</summary>
    public int MaxBodyBytes { get; init; } = DefaultMaxBodyBytes;

    /// <summary>Redirects followed at most, 0 to 5.</summary>
    public int FollowRedirects { get; init; }
}

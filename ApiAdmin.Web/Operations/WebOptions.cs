namespace ApiAdmin.Web.Operations;

/// <summary>Where the site listens and what others call it; bound from the root of the settings.</summary>
public sealed record WebOptions
{
    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public string Urls { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The address others see, when it differs from <see cref="Urls"/>; empty when not.</summary>
    public string PublicUrl { get; init; } = "";

    public ForwardedHeaderOptions ForwardedHeaders { get; init; } = new();

    public RateLimitOptions RateLimits { get; init; } = new();

    public IEnumerable<string> ListenAddresses => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The section <c>ForwardedHeaders</c>.</summary>
public sealed record ForwardedHeaderOptions
{
    /// <summary>Addresses or networks (CIDR) of proxies whose X-Forwarded-For, -Proto and -Host are believed. Nobody else's are.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];
}

/// <summary>The section <c>RateLimits</c>: what one client may ask for. Beyond it the answer is 429 with Retry-After.</summary>
public sealed record RateLimitOptions
{
    /// <summary>Requests a second of one person or key; ten seconds' worth may come at once.</summary>
    public int PerSecond { get; init; } = 500;

    /// <summary>Customer queries a second of one key; callers wait for them, and each costs microseconds.</summary>
    public int QueriesPerSecond { get; init; } = 100_000;

    /// <summary>Requests a second of all who have not said who they are, together.</summary>
    public int AnonymousPerSecond { get; init; } = 100;

    /// <summary>Sign-in and setup attempts a minute from one address.</summary>
    public int SignInPerMinute { get; init; } = 20;

    /// <summary>Open pages (circuits) of one person.</summary>
    public int CircuitsPerUser { get; init; } = 20;
}

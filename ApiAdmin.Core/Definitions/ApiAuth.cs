using System.Text.Json.Serialization;

namespace ApiAdmin.Core.Definitions;

/// <summary>How the call proves who it is. Each names its secret; no credential stands in a definition.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NoAuth), "none")]
[JsonDerivedType(typeof(BasicAuth), "basic")]
[JsonDerivedType(typeof(BearerAuth), "bearer")]
[JsonDerivedType(typeof(ApiKeyAuth), "apiKey")]
public abstract record ApiAuth;

public sealed record NoAuth : ApiAuth;

/// <summary>RFC 7617, user name and password in UTF-8.</summary>
public sealed record BasicAuth : ApiAuth
{
    public required string Username { get; init; }

    public required string Secret { get; init; }
}

/// <summary>RFC 6750, section 2.1.</summary>
public sealed record BearerAuth : ApiAuth
{
    public required string Secret { get; init; }
}

/// <summary>The secret as a header or query value of the given name.</summary>
public sealed record ApiKeyAuth : ApiAuth
{
    public required string Name { get; init; }

    public ApiKeyPlace In { get; init; } = ApiKeyPlace.Header;

    public required string Secret { get; init; }
}

public enum ApiKeyPlace { Header, Query }

using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

public enum CredentialKind { Basic, Bearer, ApiKey, Header, Query, Body }

/// <summary>A value of the command that looks like one nobody else should see.</summary>
/// <param name="Name">Of the header or param it stands in.</param>
/// <param name="Username">For <see cref="CredentialKind.Basic"/>.</param>
/// <param name="Value">What the secret is to hold.</param>
/// <param name="Prefix">What stands before it in the header and is no secret: <c>Basic </c>.</param>
public sealed record FoundCredential(CredentialKind Kind, string Name, string Username, string Value, string Prefix = "")
{
    /// <summary>A name for the secret that fits the host.</summary>
    public string SuggestedName { get; init; } = "";

    /// <summary>The only host it may be sent to, with its port when that is not the scheme's own.</summary>
    public string Host { get; init; } = "";

    /// <summary>The command names a variable or a blank to fill in; the value is not in it.</summary>
    public bool IsPlaceholder { get; init; }

    /// <summary>Its value must not come to light in a log.</summary>
    public override string ToString() => $"{Kind} {Name}";
}

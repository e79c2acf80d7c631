using ApiAdmin.Core.Access;
using Mapster;

namespace ApiAdmin.Web.Access;

/// <summary>A secret as REST tells it: never the value.</summary>
public sealed record SecretItem(string Name, IReadOnlyList<string> Hosts, IReadOnlyList<string> UsedBy, DateTimeOffset UpdatedAt, string UpdatedBy);

/// <summary>What a secret is made of, always both together.</summary>
public sealed record SecretBody
{
    /// <summary>Written once, never returned.</summary>
    public required string Value { get; init; }

    /// <summary>The hosts it may be sent to, each alone or with a port: <c>crm.example.com</c>, <c>10.1.2.3:8443</c>.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Records print themselves into logs otherwise.</summary>
    public override string ToString() => nameof(SecretBody);
}

/// <summary>What a key is told about itself; <see cref="ExpiresAt"/> is null when it does not expire.</summary>
public sealed record MeAnswer(string Name, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt);

/// <summary>Access models to their wire records.</summary>
public sealed class AccessMapping : IRegister
{
    public void Register(TypeAdapterConfig config)
    {
        config.NewConfig<SecretInfo, SecretItem>().MapToConstructor(true);
        config.NewConfig<KeyIdentity, MeAnswer>().MapToConstructor(true);
    }
}

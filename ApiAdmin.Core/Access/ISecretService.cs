using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Access;

/// <summary>Secrets as people and programs manage them: write-only, names and hosts readable, never the value.</summary>
public interface ISecretService
{
    [Demands(Operation.ReadSecrets)]
    Task<IReadOnlyList<SecretInfo>> ListAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>Makes the secret or replaces its value and hosts, always both together.</summary>
    [Demands(Operation.WriteSecrets)]
    Task<SecretInfo> PutAsync(Actor actor, string name, string value, IReadOnlyList<string> hosts, CancellationToken cancellationToken);

    /// <exception cref="InUseException">Definitions name it; the findings list them.</exception>
    [Demands(Operation.WriteSecrets)]
    Task DeleteAsync(Actor actor, string name, CancellationToken cancellationToken);
}

public sealed record SecretInfo
{
    public required string Name { get; init; }

    public required ValueList<string> Hosts { get; init; }

    /// <summary>Keys of the APIs that name it.</summary>
    public required ValueList<string> UsedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }
}

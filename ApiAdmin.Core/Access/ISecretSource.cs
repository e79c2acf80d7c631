using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Access;

/// <summary>A secret in clear, for the moment it is built into a request.</summary>
/// <param name="Hosts">Lower-case host names it may be sent to, each alone or with a port.</param>
public sealed record RevealedSecret(string Name, string Value, ValueList<string> Hosts)
{
    /// <summary>Never the value: records print themselves into logs otherwise.</summary>
    public override string ToString() => $"secret {Name}";
}

/// <summary>Gives the invoker the secrets a definition names.</summary>
public interface ISecretSource
{
    /// <summary>The secrets that exist of <paramref name="names"/>, by name.</summary>
    Task<IReadOnlyDictionary<string, RevealedSecret>> RevealAsync(IReadOnlyCollection<string> names, CancellationToken cancellationToken);
}

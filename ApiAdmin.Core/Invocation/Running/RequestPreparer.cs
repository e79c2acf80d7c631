using System.Runtime.CompilerServices;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Building;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Fetches the secrets a definition names and builds its request; for a run and for the preview alike.</summary>
public sealed class RequestPreparer(ISecretSource secrets, RequestBuilder builder)
{
    private static readonly Dictionary<string, RevealedSecret> NoSecrets = [];

    private readonly ConditionalWeakTable<ApiDefinition, string[]> named = [];

    public ValueTask<IReadOnlyDictionary<string, RevealedSecret>> RevealAsync(ApiDefinition definition, CancellationToken cancellationToken)
    {
        var names = named.GetValue(definition, static d => [.. DefinitionSecrets.Of(d).Keys]);
        return names.Length == 0 ? new(NoSecrets) : new(secrets.RevealAsync(names, cancellationToken));
    }

    public BuildResult Build(
        ApiDefinition definition, IReadOnlyDictionary<string, System.Text.Json.JsonElement> inputs, IReadOnlyDictionary<string, RevealedSecret> revealed) =>
        builder.Build(definition, new BuildInputs { Inputs = inputs, Secrets = revealed });
}

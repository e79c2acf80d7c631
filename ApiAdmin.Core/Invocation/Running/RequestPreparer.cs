using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Building;

namespace ApiAdmin.Core.Invocation.Running;

/// <summary>Fetches the secrets a definition names and builds its request; for a run and for the preview alike.</summary>
public sealed class RequestPreparer(ISecretSource secrets, RequestBuilder builder)
{
    private static readonly Dictionary<string, RevealedSecret> NoSecrets = [];

    public async Task<IReadOnlyDictionary<string, RevealedSecret>> RevealAsync(ApiDefinition definition, CancellationToken cancellationToken)
    {
        var names = DefinitionSecrets.Of(definition).Keys.ToList();
        return names.Count == 0 ? NoSecrets : await secrets.RevealAsync(names, cancellationToken);
    }

    public BuildResult Build(
        ApiDefinition definition, IReadOnlyDictionary<string, System.Text.Json.JsonElement> inputs, IReadOnlyDictionary<string, RevealedSecret> revealed) =>
        builder.Build(definition, new BuildInputs { Inputs = inputs, Secrets = revealed });
}

using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Running;

namespace ApiAdmin.Core.Interchange.CopyAs;

internal sealed class CopyService(IAuthorizer authorizer, RequestPreparer preparer) : ICopyService
{
    [Demands(Operation.TestApis)]
    public async Task<string> CopyAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CopyForm form, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        var secrets = await preparer.RevealAsync(definition, cancellationToken);
        return preparer.Build(definition, inputs, secrets).Request is { } request
            ? RequestCopy.Write(CopySource.Of(request, definition.Auth, secrets.Values), form)
            : "";
    }
}

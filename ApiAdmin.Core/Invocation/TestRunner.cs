using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Core.Invocation.History;

namespace ApiAdmin.Core.Invocation;

/// <summary>Runs a draft for a person or a key and keeps what happened. Demands nothing by itself: the services before it do.</summary>
public sealed class TestRunner(IInvoker invoker, InvocationHistory history)
{
    /// <exception cref="InvalidException">The definition itself breaks rules.</exception>
    internal async Task<InvocationResult> RunAsync(Actor actor, InvocationRequest request, CancellationToken cancellationToken)
    {
        DefinitionValidator.Demand(request.Definition);
        var result = await invoker.InvokeAsync(request with { Explain = true, OwnerId = actor.Id }, cancellationToken);

        // What was sent was sent, so a person who cancelled still finds it in history.
        await history.SaveAsync(actor, result.Report, InputKeeper.Keep(request.Definition, request.Inputs, result.Redactor), CancellationToken.None);
        return result;
    }
}

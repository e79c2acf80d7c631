using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Invocation.BuiltIn;

/// <summary>
/// Runs what is built in, and hands everything else on. Whoever may see personal values sees them in the report; what history keeps is
/// masked for everybody, because others read it.
/// </summary>
internal sealed class BuiltInTestService(
    TestService ofDescribed, BuiltInOperations builtIns, IAuthorizer authorizer, IInvoker invoker, InvocationHistory history) : ITestService
{
    [Demands(Operation.TestApis)]
    public async Task<InvocationReport> TestAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, IProgress<string>? phaseStarted,
        CancellationToken cancellationToken)
    {
        if (builtIns.Find(definition.Key) is not { } operation)
        {
            return await ofDescribed.TestAsync(actor, definition, inputs, phaseStarted, cancellationToken);
        }

        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        var masked = await builtIns.IsMaskedAsync(actor, operation, cancellationToken);
        var plain = await operation.DescribeAsync(definition.Url, masked, cancellationToken);
        var result = await RunAsync(new BuiltInCall(operation, masked), plain, inputs, phaseStarted, cancellationToken);
        var hidden = masked ? plain : await operation.DescribeAsync(definition.Url, masked: true, cancellationToken);
        var kept = masked ? result : await RunAsync(new BuiltInCall(operation, Masked: true), hidden, inputs, null, cancellationToken);
        await history.SaveAsync(
            actor, kept.Report with { InvocationId = result.Report.InvocationId, StartedAt = result.Report.StartedAt, DurationMs = result.Report.DurationMs, Phases = result.Report.Phases },
            InputKeeper.Keep(hidden, inputs, kept.Redactor), CancellationToken.None);
        return result.Report;
    }

    [Demands(Operation.TestApis)]
    public Task<InvocationReport> TestOnSampleAsync(
        Actor actor, ApiDefinition definition, string sample, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken) =>
        ofDescribed.TestOnSampleAsync(actor, definition, sample, inputs, cancellationToken);

    [Demands(Operation.TestApis)]
    public Task<RequestPreview> PreviewAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken) =>
        ofDescribed.PreviewAsync(actor, definition, inputs, cancellationToken);

    [Demands(Operation.TestApis)]
    public Task<ValueMap<KeptInput>?> LastInputsAsync(Actor actor, string api, CancellationToken cancellationToken) =>
        ofDescribed.LastInputsAsync(actor, api, cancellationToken);

    [Demands(Operation.ReadOwnInvocations)]
    public Task<InvocationReport> GetAsync(Actor actor, string invocationId, CancellationToken cancellationToken) =>
        ofDescribed.GetAsync(actor, invocationId, cancellationToken);

    [Demands(Operation.ReadOwnInvocations)]
    public Task<BodyWindow> ReadBodyAsync(Actor actor, string invocationId, long offset, CancellationToken cancellationToken) =>
        ofDescribed.ReadBodyAsync(actor, invocationId, offset, cancellationToken);

    [Demands(Operation.ReadOwnInvocations)]
    public Task<BodyContent> OpenBodyAsync(Actor actor, string invocationId, CancellationToken cancellationToken) =>
        ofDescribed.OpenBodyAsync(actor, invocationId, cancellationToken);

    private Task<InvocationResult> RunAsync(
        BuiltInCall call, ApiDefinition described, IReadOnlyDictionary<string, JsonElement> inputs, IProgress<string>? phaseStarted, CancellationToken cancellationToken) =>
        invoker.InvokeAsync(
            new InvocationRequest { Definition = described, Inputs = inputs, PhaseStarted = phaseStarted, BuiltIn = call, Explain = true }, cancellationToken);
}

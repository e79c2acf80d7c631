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
    TestService described, BuiltInOperations builtIns, IAuthorizer authorizer, IInvoker invoker, InvocationHistory history) : ITestService
{
    [Demands(Operation.TestApis)]
    public async Task<InvocationReport> TestAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, IProgress<string>? phaseStarted,
        CancellationToken cancellationToken)
    {
        if (builtIns.Find(definition.Key) is not { } operation)
        {
            return await described.TestAsync(actor, definition, inputs, phaseStarted, cancellationToken);
        }

        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        var masked = await builtIns.IsMaskedAsync(actor, operation, cancellationToken);
        var result = await RunAsync(operation, inputs, masked, phaseStarted, cancellationToken);
        var kept = masked ? result : await RunAsync(operation, inputs, masked: true, null, cancellationToken);
        await history.SaveAsync(
            actor, kept.Report with { InvocationId = result.Report.InvocationId, StartedAt = result.Report.StartedAt, DurationMs = result.Report.DurationMs, Phases = result.Report.Phases },
            InputKeeper.Keep(await operation.DescribeAsync(masked: true, cancellationToken), inputs, kept.Redactor), CancellationToken.None);
        return result.Report;
    }

    [Demands(Operation.TestApis)]
    public Task<InvocationReport> TestOnSampleAsync(
        Actor actor, ApiDefinition definition, string sample, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken) =>
        described.TestOnSampleAsync(actor, definition, sample, inputs, cancellationToken);

    [Demands(Operation.TestApis)]
    public Task<RequestPreview> PreviewAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken) =>
        described.PreviewAsync(actor, definition, inputs, cancellationToken);

    [Demands(Operation.TestApis)]
    public Task<ValueMap<KeptInput>?> LastInputsAsync(Actor actor, string api, CancellationToken cancellationToken) =>
        described.LastInputsAsync(actor, api, cancellationToken);

    [Demands(Operation.ReadOwnInvocations)]
    public Task<InvocationReport> GetAsync(Actor actor, string invocationId, CancellationToken cancellationToken) =>
        described.GetAsync(actor, invocationId, cancellationToken);

    [Demands(Operation.ReadOwnInvocations)]
    public Task<BodyWindow> ReadBodyAsync(Actor actor, string invocationId, long offset, CancellationToken cancellationToken) =>
        described.ReadBodyAsync(actor, invocationId, offset, cancellationToken);

    [Demands(Operation.ReadOwnInvocations)]
    public Task<BodyContent> OpenBodyAsync(Actor actor, string invocationId, CancellationToken cancellationToken) =>
        described.OpenBodyAsync(actor, invocationId, cancellationToken);

    private async Task<InvocationResult> RunAsync(
        IBuiltInOperation operation, IReadOnlyDictionary<string, JsonElement> inputs, bool masked, IProgress<string>? phaseStarted,
        CancellationToken cancellationToken) => await invoker.InvokeAsync(
        new InvocationRequest
        {
            Definition = await operation.DescribeAsync(masked, cancellationToken), Inputs = inputs, PhaseStarted = phaseStarted, BuiltIn = new BuiltInCall(operation, masked), Explain = true,
        },
        cancellationToken);
}

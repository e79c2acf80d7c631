using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Core.Invocation.Building;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Core.Invocation.Running;

namespace ApiAdmin.Core.Invocation;

/// <inheritdoc cref="ITestService"/>
public sealed class TestService(
    IAuthorizer authorizer, TestRunner runner, RequestPreparer preparer, InvocationHistory history, BodySpool spool) : ITestService
{
    [Demands(Operation.TestApis)]
    public async Task<InvocationReport> TestAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, IProgress<string>? phaseStarted,
        CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        return await RunAsync(actor, new InvocationRequest { Definition = definition, Inputs = inputs, PhaseStarted = phaseStarted }, cancellationToken);
    }

    [Demands(Operation.TestApis)]
    public async Task<InvocationReport> TestOnSampleAsync(
        Actor actor, ApiDefinition definition, string sample, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        DefinitionValidator.Demand(definition);
        var found = definition.Samples.FirstOrDefault(s => s.Name == sample) ?? throw NoSample(definition, sample);
        return await RunAsync(actor, new InvocationRequest { Definition = definition, Inputs = inputs, Sample = found }, cancellationToken);
    }

    [Demands(Operation.TestApis)]
    public async Task<RequestPreview> PreviewAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        var built = preparer.Build(definition, inputs, await preparer.RevealAsync(definition, cancellationToken));
        return new RequestPreview(built.Request is null ? "" : RequestTextWriter.Write(built.Request, masked: true), built.Problems);
    }

    [Demands(Operation.TestApis)]
    public async Task<ValueMap<KeptInput>?> LastInputsAsync(Actor actor, string api, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        return await history.LastInputsAsync(actor.Id, api, cancellationToken);
    }

    [Demands(Operation.ReadOwnInvocations)]
    public async Task<InvocationReport> GetAsync(Actor actor, string invocationId, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadOwnInvocations, cancellationToken);
        var all = await authorizer.AllowsAsync(actor, Operation.ReadAllInvocations, cancellationToken);
        return await history.FindAsync(invocationId, all ? null : actor.Id, cancellationToken) ?? throw Unknown();
    }

    [Demands(Operation.ReadOwnInvocations)]
    public async Task<BodyWindow> ReadBodyAsync(Actor actor, string invocationId, long offset, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadOwnInvocations, cancellationToken);
        var report = await history.FindAsync(invocationId, actor.Id, cancellationToken) ?? throw Unknown();
        return report.Response is { Truncated: false } whole
            ? Window(whole.BodyBase64 is { } base64 ? Convert.FromBase64String(base64) : Encoding.UTF8.GetBytes(whole.Body ?? ""), offset)
            : await spool.ReadAsync(actor, invocationId, offset, cancellationToken);
    }

    [Demands(Operation.ReadOwnInvocations)]
    public async Task<BodyContent> OpenBodyAsync(Actor actor, string invocationId, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadOwnInvocations, cancellationToken);
        var report = await history.FindAsync(invocationId, actor.Id, cancellationToken) ?? throw Unknown();
        return report.Response is { Truncated: false } whole ? BodyContent.Of(whole)
            : new BodyContent(spool.Open(actor, invocationId), report.Response?.Charset);
    }

    private async Task<InvocationReport> RunAsync(Actor actor, InvocationRequest request, CancellationToken cancellationToken) =>
        (await runner.RunAsync(actor, request with { SpoolBody = true }, cancellationToken)).Report;

    private static InvalidException NoSample(ApiDefinition definition, string sample)
    {
        var names = definition.Samples.Select(s => s.Name).ToList();
        var there = names.Count == 0 ? "The API has no samples; save an answer as one first." : $"The samples are {Quoted.List(names)}.";
        return new InvalidException([new Finding("sample", FindingCodes.UnknownValue, $"There is no sample {Quoted.Text(sample)}.{Nearest.Hint(sample, names)} {there}")]);
    }

    private static BodyWindow Window(byte[] body, long offset)
    {
        var start = (int)Math.Clamp(offset, 0, body.Length);
        return new BodyWindow(body.AsMemory(start, Math.Min(BodySpool.LargestWindow, body.Length - start)), start, body.Length);
    }

    private static NotFoundException Unknown() => new("There is no such invocation that you may read. Run the API again.");
}

using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Core.Invocation;

/// <summary>Runs drafts for the test panel and REST, keeps what happened, and reads it back.</summary>
public interface ITestService
{
    /// <summary>Runs an unsaved or saved draft and keeps the report in history.</summary>
    /// <exception cref="InvalidException">The definition itself breaks rules.</exception>
    [Demands(Operation.TestApis)]
    Task<InvocationReport> TestAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, IProgress<string>? phaseStarted,
        CancellationToken cancellationToken);

    /// <summary>The same, but the sample of that name answers: nothing is sent, and the report says so.</summary>
    /// <exception cref="InvalidException">The definition breaks rules, or has no such sample.</exception>
    [Demands(Operation.TestApis)]
    Task<InvocationReport> TestOnSampleAsync(
        Actor actor, ApiDefinition definition, string sample, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken);

    /// <summary>The request the draft would send with these inputs, masked, unresolved values marked; nothing is sent.</summary>
    [Demands(Operation.TestApis)]
    Task<RequestPreview> PreviewAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken);

    /// <summary>What the actor last ran this API with, as far as history keeps it; null when there is no such run.</summary>
    [Demands(Operation.TestApis)]
    Task<ValueMap<KeptInput>?> LastInputsAsync(Actor actor, string api, CancellationToken cancellationToken);

    /// <summary>A kept report: the actor's own, or any with <see cref="Operation.ReadAllInvocations"/>.</summary>
    [Demands(Operation.ReadOwnInvocations)]
    Task<InvocationReport> GetAsync(Actor actor, string invocationId, CancellationToken cancellationToken);

    /// <summary>A window of the whole body while its spool file lives (an hour), for whoever ran it.</summary>
    /// <returns>At most 64 KiB from <paramref name="offset"/>, in bytes as decoded from the wire.</returns>
    [Demands(Operation.ReadOwnInvocations)]
    Task<BodyWindow> ReadBodyAsync(Actor actor, string invocationId, long offset, CancellationToken cancellationToken);

    /// <summary>The same body for one look at it: search, table, layout. Dispose it at once; a page never holds it open.</summary>
    [Demands(Operation.ReadOwnInvocations)]
    Task<BodyContent> OpenBodyAsync(Actor actor, string invocationId, CancellationToken cancellationToken);
}

/// <param name="Text">The exact request as text; empty when it cannot be built.</param>
public sealed record RequestPreview(string Text, ValueList<Finding> Problems);

public sealed record BodyWindow(ReadOnlyMemory<byte> Bytes, long Offset, long TotalBytes);

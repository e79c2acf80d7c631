using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Runs nothing: answers with the report it was given, when the test says so.</summary>
internal sealed class FakeTests : ITestService
{
    public InvocationReport Report { get; set; } = Reports.Success;

    public Exception? Failure { get; set; }

    /// <summary>Holds a run until it is completed; null lets it end at once.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public List<(ApiDefinition Definition, IReadOnlyDictionary<string, JsonElement> Inputs)> Runs { get; } = [];

    /// <summary>Ends with the run's progress as soon as a run has begun.</summary>
    public TaskCompletionSource<IProgress<string>> Started { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async Task<InvocationReport> TestAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, IProgress<string>? phaseStarted,
        CancellationToken cancellationToken)
    {
        Runs.Add((definition, inputs));
        Started.TrySetResult(phaseStarted!);
        if (Failure is not null)
        {
            throw Failure;
        }

        if (Gate is not null)
        {
            await Gate.Task.WaitAsync(cancellationToken);
        }

        return Runner is null ? Report : await Runner(definition, phaseStarted, cancellationToken);
    }

    /// <summary>The samples that answered.</summary>
    public List<string> Samples { get; } = [];

    public Task<InvocationReport> TestOnSampleAsync(
        Actor actor, ApiDefinition definition, string sample, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken)
    {
        Samples.Add(sample);
        return Task.FromResult(Report with { Sample = sample });
    }

    public Task<ValueMap<KeptInput>?> LastInputsAsync(Actor actor, string api, CancellationToken cancellationToken) => Task.FromResult(LastInputs);

    public Task<RequestPreview> PreviewAsync(
        Actor actor, ApiDefinition definition, IReadOnlyDictionary<string, JsonElement> inputs, CancellationToken cancellationToken) =>
        Task.FromResult(new RequestPreview($"{definition.Method} {definition.Url} HTTP/1.1", []));

    public Task<InvocationReport> GetAsync(Actor actor, string invocationId, CancellationToken cancellationToken) => Task.FromResult(Report);

    /// <summary>Runs for real instead.</summary>
    public Func<ApiDefinition, IProgress<string>?, CancellationToken, Task<InvocationReport>>? Runner { get; set; }

    /// <summary>What history has of the last run.</summary>
    public ValueMap<KeptInput>? LastInputs { get; set; }

    /// <summary>The whole body, for a report that has only its beginning.</summary>
    public byte[] Whole { get; set; } = [];

    public Task<BodyContent> OpenBodyAsync(Actor actor, string invocationId, CancellationToken cancellationToken) =>
        Task.FromResult(new BodyContent(new MemoryStream(Whole, writable: false), "utf-8"));

    public Task<BodyWindow> ReadBodyAsync(Actor actor, string invocationId, long offset, CancellationToken cancellationToken) =>
        Task.FromResult(new BodyWindow("second window"u8.ToArray(), offset, 200_000));
}

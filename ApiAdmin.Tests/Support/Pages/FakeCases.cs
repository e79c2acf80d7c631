using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Cases;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Runs nothing: a case passes unless its name says that it fails; a held run goes on when the test says so.</summary>
internal sealed class FakeCases : ICaseService
{
    public IReadOnlyList<ApiDefinition> Stored { get; set; } = [];

    public List<IReadOnlyList<ApiDefinition>> Runs { get; } = [];

    /// <summary>Holds a run before its last case; null lets it end at once.</summary>
    public TaskCompletionSource? Gate { get; set; }

    public Task<IReadOnlyList<ApiDefinition>> ListAsync(Actor actor, CancellationToken cancellationToken) => Task.FromResult(Stored);

    public async Task<CasesReport> RunAsync(
        Actor actor, IReadOnlyList<ApiDefinition> definitions, IProgress<CaseResult>? done, CancellationToken cancellationToken)
    {
        Runs.Add(definitions);
        var results = definitions.SelectMany(api => api.Cases.Select(test => Result(api, test))).ToList();
        foreach (var result in results.SkipLast(1))
        {
            done?.Report(result);
        }

        if (Gate is not null)
        {
            await Gate.Task.WaitAsync(cancellationToken).ContinueWith(_ => { }, CancellationToken.None);
        }

        var last = cancellationToken.IsCancellationRequested ? results[^1] with { State = CaseState.NotRun } : results[^1];
        return new CasesReport { StartedAt = PageContext.Now, DurationMs = 12, Cases = [.. results.SkipLast(1), last] };
    }

    public Task<CasesReport> RunStoredAsync(Actor actor, IReadOnlyList<string> keys, IProgress<CaseResult>? done, CancellationToken cancellationToken) =>
        RunAsync(actor, Stored, done, cancellationToken);

    private static CaseResult Result(ApiDefinition api, TestCase test)
    {
        var fails = test.Name.Contains("fail", StringComparison.Ordinal);
        return new CaseResult
        {
            Api = api.Key, Case = test.Name, State = fails ? CaseState.Failed : CaseState.Passed, Outcome = Outcome.Success, InvocationId = "0199",
            Failures = fails ? [new CaseFailure { Kind = CaseExpectationKind.Outcome, Message = "The outcome is success, not timeout." }] : [],
        };
    }
}

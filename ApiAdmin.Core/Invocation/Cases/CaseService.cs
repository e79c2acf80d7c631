using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Storing;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Invocation.Cases;

/// <inheritdoc cref="ICaseService"/>
public sealed class CaseService(IAuthorizer authorizer, TestRunner runner, IDbContextFactory<AppDbContext> contexts, TimeProvider time) : ICaseService
{
    /// <summary>APIs whose cases run at once.</summary>
    public const int MostAtOnce = 4;

    [Demands(Operation.ReadApis)]
    public async Task<IReadOnlyList<ApiDefinition>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        return await StoredAsync([], cancellationToken);
    }

    [Demands(Operation.TestApis)]
    public async Task<CasesReport> RunStoredAsync(
        Actor actor, IReadOnlyList<string> keys, IProgress<CaseResult>? done, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        return await RunAsync(actor, await StoredAsync(keys, cancellationToken), done, cancellationToken);
    }

    [Demands(Operation.TestApis)]
    public async Task<CasesReport> RunAsync(
        Actor actor, IReadOnlyList<ApiDefinition> definitions, IProgress<CaseResult>? done, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.TestApis, cancellationToken);
        var (startedAt, began) = (time.GetUtcNow(), time.GetTimestamp());
        var results = new CaseResult[definitions.Count][];

        // Cancelling is told to each case, not to the loop: what did not run has to stand in the report.
        await Parallel.ForEachAsync(
            Enumerable.Range(0, definitions.Count), new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce },
            async (index, _) => results[index] = await RunAsync(actor, definitions[index], done, cancellationToken));
        return new CasesReport
        {
            StartedAt = startedAt, DurationMs = Math.Round(time.GetElapsedTime(began).TotalMilliseconds, 3), Cases = [.. results.SelectMany(r => r)],
        };
    }

    private async Task<CaseResult[]> RunAsync(Actor actor, ApiDefinition definition, IProgress<CaseResult>? done, CancellationToken cancellationToken)
    {
        var results = new CaseResult[definition.Cases.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = cancellationToken.IsCancellationRequested
                ? new CaseResult { Api = definition.Key, Case = definition.Cases[i].Name, State = CaseState.NotRun }
                : await RunAsync(actor, definition, definition.Cases[i], cancellationToken);
            done?.Report(results[i]);
        }

        return results;
    }

    private async Task<CaseResult> RunAsync(Actor actor, ApiDefinition definition, TestCase test, CancellationToken cancellationToken)
    {
        var result = new CaseResult { Api = definition.Key, Case = test.Name, State = CaseState.NotRun };
        try
        {
            var request = new InvocationRequest { Definition = definition, Inputs = Inputs(test) };
            var ran = await runner.RunAsync(actor, request, cancellationToken);
            var failures = CaseCheck.Of(definition, test.Expect, ran);
            return result with
            {
                State = ran.Report.Outcome == Outcome.Cancelled ? CaseState.NotRun : failures.Count == 0 ? CaseState.Passed : CaseState.Failed,
                Outcome = ran.Report.Outcome, DurationMs = ran.Report.DurationMs, Message = ran.Report.Message, InvocationId = ran.Report.InvocationId,
                Failures = failures,
            };
        }
        catch (InvalidException invalid)
        {
            var message = $"The API cannot be run: {string.Join(' ', invalid.Findings.Take(3).Select(finding => finding.Message))}";
            return result with { State = CaseState.Failed, Failures = [new CaseFailure { Kind = CaseExpectationKind.Definition, Message = message }] };
        }
    }

    private static Dictionary<string, JsonElement> Inputs(TestCase test) => test.Inputs
        .Where(input => input.Value is not null)
        .ToDictionary(input => input.Key, input => input.Value!.ToElement(), StringComparer.Ordinal);

    private async Task<IReadOnlyList<ApiDefinition>> StoredAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var ids = new List<Guid>();
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
        {
            ids.Add(await StoredDefinition.IdAsync(db, key, cancellationToken) ?? throw await StoredDefinition.MissingAsync(db, key, cancellationToken));
        }

        var drafts = db.ApiDrafts.AsNoTracking().Where(draft => db.Apis.Any(row => row.Id == draft.ApiId));
        var wanted = keys.Count == 0 ? drafts : drafts.Where(draft => ids.Contains(draft.ApiId));
        return [.. (await wanted.ToListAsync(cancellationToken)).Select(StoredDefinition.Read).Where(api => api.Cases.Count > 0).OrderBy(api => api.Key, StringComparer.Ordinal)];
    }
}

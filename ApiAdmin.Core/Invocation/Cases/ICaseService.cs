using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.Cases;

/// <summary>Runs the test cases that are saved in definitions. Each case is a run like any other and stands in the history.</summary>
public interface ICaseService
{
    /// <summary>The stored APIs that have cases, in the order of their keys.</summary>
    [Demands(Operation.ReadApis)]
    Task<IReadOnlyList<ApiDefinition>> ListAsync(Actor actor, CancellationToken cancellationToken);

    /// <summary>
    /// Runs the cases of these definitions as they are given. The cases of one API run one after the other in their order,
    /// as one may prepare the next; several APIs run at once.
    /// </summary>
    /// <param name="done">Told of each case as it ends, from any thread.</param>
    /// <param name="cancellationToken">What has not begun by then is <see cref="CaseState.NotRun"/>.</param>
    [Demands(Operation.TestApis)]
    Task<CasesReport> RunAsync(
        Actor actor, IReadOnlyList<ApiDefinition> definitions, IProgress<CaseResult>? done, CancellationToken cancellationToken);

    /// <summary>The same for stored drafts.</summary>
    /// <param name="keys">Which; none means all that have cases.</param>
    /// <exception cref="NotFoundException">There is no API of one of the keys.</exception>
    [Demands(Operation.TestApis)]
    Task<CasesReport> RunStoredAsync(
        Actor actor, IReadOnlyList<string> keys, IProgress<CaseResult>? done, CancellationToken cancellationToken);
}

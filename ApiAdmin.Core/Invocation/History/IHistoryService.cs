using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Invocation.History;

/// <summary>Every run that was kept, whoever made it: listed, found, opened.</summary>
public interface IHistoryService
{
    [Demands(Operation.ReadAllInvocations)]
    Task<HistoryPage> ListAsync(Actor actor, HistoryQuery query, CancellationToken cancellationToken);

    [Demands(Operation.ReadAllInvocations)]
    Task<HistoryChoices> ChoicesAsync(Actor actor, CancellationToken cancellationToken);

    /// <exception cref="NotFoundException">There is none of this id, or it is older than history is kept.</exception>
    [Demands(Operation.ReadAllInvocations)]
    Task<KeptRun> GetAsync(Actor actor, string id, CancellationToken cancellationToken);

    /// <summary>The run of the same API before this one, whoever made it; null when there is none.</summary>
    /// <exception cref="NotFoundException">There is none of this id, or it is older than history is kept.</exception>
    [Demands(Operation.ReadAllInvocations)]
    Task<string?> FindBeforeAsync(Actor actor, string id, CancellationToken cancellationToken);
}

/// <summary>One kept run, whole.</summary>
public sealed record KeptRun
{
    public required HistoryItem Item { get; init; }

    public required InvocationReport Report { get; init; }

    /// <summary>What it ran with; null when that was not kept.</summary>
    public ValueMap<KeptInput>? Inputs { get; init; }
}

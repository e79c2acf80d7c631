using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Data;

/// <summary>One invocation kept in history, with its report as the JSON that is shown: masked already.</summary>
public sealed class InvocationRow
{
    public required string Id { get; init; }

    /// <summary>Key of the API at the time.</summary>
    public required string Api { get; init; }

    /// <summary>Null for a draft.</summary>
    public int? Version { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required Outcome Outcome { get; init; }

    public int? Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public required string ReportJson { get; init; }
}

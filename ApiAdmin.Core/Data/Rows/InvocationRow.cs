using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Data;

/// <summary>One invocation as the list of the history shows it: narrow, so that a search walks few pages. Masked already.</summary>
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

    /// <summary>Empty when no request could be built.</summary>
    public required string Method { get; init; }

    /// <summary>Empty when no request could be built.</summary>
    public required string Url { get; init; }

    public required string Message { get; init; }

    /// <summary>The name of the sample that answered; null when the other side was asked.</summary>
    public string? Sample { get; init; }

    /// <summary>API key, URL, message, sample and id, folded for the search.</summary>
    public required string SearchText { get; init; }
}

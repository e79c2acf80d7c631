namespace ApiAdmin.Core.Invocation.History;

/// <summary>Which kept runs to list; a filter that is null does not narrow. Newest first.</summary>
public sealed record HistoryQuery
{
    public const int PageSize = 50;

    /// <summary>Exactly this key.</summary>
    public string? Api { get; init; }

    public Outcome? Outcome { get; init; }

    /// <summary>Id of the actor who ran it.</summary>
    public string? Who { get; init; }

    /// <summary>Only what samples answered, or only what the other side did.</summary>
    public bool? Sampled { get; init; }

    /// <summary>The first day, in <see cref="Zone"/>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day, itself included, in <see cref="Zone"/>.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where <see cref="From"/> and <see cref="To"/> are days.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>Found anywhere in API key, URL, message, sample's name or invocation id, without regard to case and accents.</summary>
    public string? Text { get; init; }

    /// <summary>Where the page before ended: its <see cref="HistoryPage.Next"/>. One that is none begins at the newest.</summary>
    public string? After { get; init; }
}

/// <param name="Next">Where the next page begins; null when this is the last.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryItem> Items, string? Next);

/// <summary>One kept run as a list shows it, masked.</summary>
public sealed record HistoryItem
{
    public required string Id { get; init; }

    public required string Api { get; init; }

    public int? Version { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Method { get; init; }

    public required string Url { get; init; }

    public required Outcome Outcome { get; init; }

    public int? Status { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required double DurationMs { get; init; }

    public required string Message { get; init; }

    /// <summary>The sample that answered; null when the other side was asked.</summary>
    public string? Sample { get; init; }
}

/// <summary>What there is to filter by.</summary>
/// <param name="People">Who ran something, by id, under the name of the last time.</param>
public sealed record HistoryChoices(IReadOnlyList<string> Apis, IReadOnlyList<HistoryPerson> People);

public sealed record HistoryPerson(string Id, string Name);

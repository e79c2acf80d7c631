namespace ApiAdmin.Core.Data;

/// <summary>The id of a customer that was merged into another; it goes on leading there.</summary>
public sealed class CustomerMergeRow
{
    public required long MergedId { get; init; }

    public required long SurvivorId { get; set; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}

namespace ApiAdmin.Core.Data;

/// <summary>One change or refusal: ids and field names, never values. Rows are chained by <see cref="Hash"/> and never change.</summary>
public sealed class AuditRow
{
    /// <summary>1, 2, 3 … without a gap; the order of audit is this, never the clock.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>What was done, as <c>secret.put</c>.</summary>
    public required string Action { get; init; }

    /// <summary>To what, as <c>secret:orders-token</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Names of the fields concerned, joined by commas.</summary>
    public required string Fields { get; init; }

    public required byte[] PreviousHash { get; init; }

    /// <summary>Over all of the above; see AuditChain.</summary>
    public byte[] Hash { get; set; } = [];
}

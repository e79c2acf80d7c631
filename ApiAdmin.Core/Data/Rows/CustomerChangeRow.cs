namespace ApiAdmin.Core.Data;

/// <summary>One line of a customer's history. It holds values, so it goes with the customer.</summary>
public sealed class CustomerChangeRow
{
    public required Guid Id { get; init; }

    public required long CustomerId { get; set; }

    public required DateTimeOffset At { get; init; }

    public required string ActorId { get; init; }

    public required string ActorName { get; init; }

    public required string Action { get; init; }

    /// <summary>The version of the customer that this change made.</summary>
    public required Guid Version { get; init; }

    /// <summary>A JSON array of field, before and after.</summary>
    public required string FieldsJson { get; init; }
}

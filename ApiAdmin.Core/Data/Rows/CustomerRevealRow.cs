namespace ApiAdmin.Core.Data;

/// <summary>One look of somebody at a customer's masked values, kept as long as it counts against the hourly limit.</summary>
public sealed class CustomerRevealRow
{
    public required Guid Id { get; init; }

    public required string ActorId { get; init; }

    public required long CustomerId { get; init; }

    public required DateTimeOffset At { get; init; }
}

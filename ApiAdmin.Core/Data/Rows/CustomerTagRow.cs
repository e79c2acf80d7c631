namespace ApiAdmin.Core.Data;

/// <summary>One tag of one customer: for filtering by tag and counting.</summary>
public sealed class CustomerTagRow
{
    public required string TagId { get; init; }

    public required long CustomerId { get; init; }
}

namespace ApiAdmin.Core.Data;

/// <summary>One value of one customer in one field, folded and cut: for filtering by field and counting. The value itself stands in the customer's row.</summary>
public sealed class CustomerFieldValueRow
{
    public required string FieldId { get; init; }

    public required string Value { get; init; }

    public required long CustomerId { get; init; }
}

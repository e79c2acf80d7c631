using ApiAdmin.Core;
using ApiAdmin.Core.Customers;

namespace ApiAdmin.Web.Customers.Edit;

/// <summary>One part on which the two editors differ.</summary>
/// <param name="BothChanged">Each changed it from what both had opened: only a person can say which one stays.</param>
public sealed record ConflictPart(CustomerPart Part, string? Mine, string? Theirs, bool BothChanged, bool MineProposed);

/// <summary>Somebody saved in between: what each changed, part by part.</summary>
public sealed class CustomerConflict(StaleException stale, Customer opened, Customer mine, StoredCustomer theirs, CustomerParts parts)
{
    public string ChangedBy => stale.ChangedBy;

    public DateTimeOffset ChangedAt => stale.ChangedAt;

    public Customer Mine => mine;

    public StoredCustomer Theirs => theirs;

    public IReadOnlyList<ConflictPart> Parts { get; } =
    [
        .. from part in parts.All
           let texts = (Before: part.Text(opened), Mine: part.Text(mine), Theirs: part.Text(theirs.Customer))
           where !string.Equals(texts.Mine, texts.Theirs, StringComparison.Ordinal)
           let changed = (Mine: !string.Equals(texts.Before, texts.Mine, StringComparison.Ordinal), Theirs: !string.Equals(texts.Before, texts.Theirs, StringComparison.Ordinal))
           select new ConflictPart(part, texts.Mine, texts.Theirs, changed is { Mine: true, Theirs: true }, changed.Mine),
    ];

    /// <summary>Theirs with the parts of ours that were chosen.</summary>
    /// <param name="choices">By the part's name, true for ours; what nobody chose is as proposed.</param>
    public Customer Merge(IReadOnlyDictionary<string, bool> choices) => Parts
        .Where(part => choices.GetValueOrDefault(part.Part.Name, part.MineProposed))
        .Aggregate(theirs.Customer, (merged, part) => part.Part.Take(merged, mine));
}

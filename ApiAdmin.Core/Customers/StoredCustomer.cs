namespace ApiAdmin.Core.Customers;

/// <summary>A customer as stored, as far as who asked may see it.</summary>
public sealed record StoredCustomer
{
    public required long Id { get; init; }

    public required Customer Customer { get; init; }

    /// <summary>Phones, e-mails, accounts and visitor ids are masked; the values themselves are not in here.</summary>
    public required bool IsMasked { get; init; }

    /// <summary>The version token that a change names.</summary>
    public required string Tag { get; init; }

    public DateTimeOffset? BlacklistedAt { get; init; }

    public string? BlacklistedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required string UpdatedBy { get; init; }

    /// <summary>Deleted then; it can be restored until <see cref="CustomerRetention.Deleted"/> later.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    public string? DeletedBy { get; init; }

    /// <summary>
    /// This newer, masked state with the values that were revealed of the older one, as long as they still look the same: who revealed a
    /// customer and then writes a remark keeps seeing it.
    /// </summary>
    public StoredCustomer WithValuesOf(StoredCustomer revealed)
    {
        if (!IsMasked || revealed.IsMasked || revealed.Id != Id)
        {
            return this;
        }

        var (now, before) = (Customer, MaskedCustomer.Of(revealed.Customer));
        var same = now.Phones.Equals(before.Phones) && now.Emails.Equals(before.Emails) && now.Accounts.Equals(before.Accounts) && now.VisitorIds.Equals(before.VisitorIds);
        return !same
            ? this
            : this with
            {
                IsMasked = false,
                Customer = now with
                {
                    Phones = revealed.Customer.Phones, Emails = revealed.Customer.Emails, Accounts = revealed.Customer.Accounts, VisitorIds = revealed.Customer.VisitorIds,
                },
            };
    }

    public override string ToString() => $"customer {Id}";
}

public static class CustomerRetention
{
    /// <summary>How long a deleted customer can be restored before it is erased.</summary>
    public static readonly TimeSpan Deleted = TimeSpan.FromDays(30);
}

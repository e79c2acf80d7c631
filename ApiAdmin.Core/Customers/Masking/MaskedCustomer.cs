namespace ApiAdmin.Core.Customers;

/// <summary>Between a customer and what somebody without the right to personal values sees and sends back.</summary>
internal static class MaskedCustomer
{
    /// <param name="typed">What somebody searched by; where it stands in a value it shows.</param>
    public static Customer Of(Customer customer, string? typed = null) => customer with
    {
        Phones = [.. customer.Phones.Select(phone => Masking.Phone(phone, typed))],
        Emails = [.. customer.Emails.Select(email => Masking.Email(email, typed))],
        VisitorIds = [.. customer.VisitorIds.Select(visitor => Masking.Account(visitor))],
        Accounts = [.. customer.Accounts.Select(account => account with { Value = Masking.Account(account.Value, typed) })],
    };

    /// <summary>
    /// What was sent with each masked value that looks like a stored one replaced by that, so that an editor who sees masks can save
    /// the rest. Among stored values that look alike the first not yet taken is meant; a mask that fits none stays and is refused.
    /// </summary>
    public static Customer Unmask(Customer sent, Customer stored) => sent with
    {
        Phones = [.. Matched(sent.Phones, stored.Phones, phone => Masking.Phone(phone))],
        Emails = [.. Matched(sent.Emails, stored.Emails, email => Masking.Email(email))],
        VisitorIds = [.. Matched(sent.VisitorIds, stored.VisitorIds, visitor => Masking.Account(visitor))],
        Accounts = [.. Matched(
            sent.Accounts, stored.Accounts, account => account with { Value = Masking.Account(account.Value) }, account => account.Value)],
    };

    private static IEnumerable<string> Matched(IEnumerable<string> sent, IEnumerable<string> stored, Func<string, string> mask) =>
        Matched(sent, stored, mask, text => text);

    private static IEnumerable<T> Matched<T>(IEnumerable<T> sent, IEnumerable<T> stored, Func<T, T> mask, Func<T, string> text)
        where T : class
    {
        var left = stored.ToList();
        foreach (var item in sent)
        {
            var meant = Masking.IsMasked(text(item)) ? left.Find(candidate => mask(candidate).Equals(item)) : null;
            if (meant is not null)
            {
                left.Remove(meant);
            }

            yield return meant ?? item;
        }
    }
}

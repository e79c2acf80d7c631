namespace ApiAdmin.Core.Customers;

/// <summary>Between a customer and what somebody without the right to personal values sees and sends back.</summary>
internal static class MaskedCustomer
{
    public static Customer Of(Customer customer) => customer with
    {
        Phones = [.. customer.Phones.Select(Masking.Phone)],
        Emails = [.. customer.Emails.Select(Masking.Email)],
        VisitorIds = [.. customer.VisitorIds.Select(Masking.Account)],
        Accounts = [.. customer.Accounts.Select(account => account with { Value = Masking.Account(account.Value) })],
    };

    /// <summary>
    /// What was sent with each masked value that looks like a stored one replaced by that, so that an editor who sees masks can save
    /// the rest. Among stored values that look alike the first not yet taken is meant; a mask that fits none stays and is refused.
    /// </summary>
    public static Customer Unmask(Customer sent, Customer stored) => sent with
    {
        Phones = [.. Matched(sent.Phones, stored.Phones, Masking.Phone)],
        Emails = [.. Matched(sent.Emails, stored.Emails, Masking.Email)],
        VisitorIds = [.. Matched(sent.VisitorIds, stored.VisitorIds, Masking.Account)],
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

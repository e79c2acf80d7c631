using System.Globalization;

namespace ApiAdmin.Core.Customers;

/// <summary>What a customer is found by, as normalised words.</summary>
/// <param name="Open">Nick, real name, enterprise, id.</param>
/// <param name="Personal">Phones, e-mails and accounts: masked for some roles, and then searched from four characters on.</param>
internal sealed record SearchDocument(string Open, string Personal)
{
    public static SearchDocument Of(long id, Customer customer) => new(
        Join([customer.Nick, customer.RealName, customer.Enterprise, id.ToString(CultureInfo.InvariantCulture)]),
        Join(customer.Phones.Select(PhoneReader.Digits).Concat(customer.Emails).Concat(customer.Accounts.Select(account => account.Value))));

    private static string Join(IEnumerable<string?> texts) =>
        string.Join(' ', texts.OfType<string>().Select(SearchText.Words).Where(words => words.Length > 0).Distinct(StringComparer.Ordinal));
}

using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Validation;

/// <summary>Phones, e-mails, accounts and visitor ids: given, not too long or too many, none of them a mask that came back.</summary>
internal sealed class IdentifierRule : ICustomerRule
{
    public IEnumerable<Finding> Check(Customer customer, CustomerCatalog catalog) =>
    [
        .. Texts("phones", customer.Phones, "The phone number", CustomerLimits.Phone),
        .. Texts("emails", customer.Emails, "The e-mail", CustomerLimits.Email),
        .. Texts("visitorIds", customer.VisitorIds, "The visitor id", CustomerLimits.Account),
        .. Texts("accounts", [.. customer.Accounts.Select(account => account.Value)], "The account", CustomerLimits.Account, ".value"),
    ];

    private static IEnumerable<Finding> Texts(string path, ValueList<string> texts, string what, int longest, string member = "")
    {
        if (texts.Count > CustomerLimits.Identifiers)
        {
            yield return new(path, FindingCodes.OutOfRange, $"There are {texts.Count} of them; at most {CustomerLimits.Identifiers} are allowed. Remove some.");
            yield break;
        }

        for (var index = 0; index < texts.Count; index++)
        {
            var place = $"{path}[{index}]{member}";
            if (StoredText.Required(place, texts[index], what, longest) is { } finding)
            {
                yield return finding;
            }
            else if (texts[index].Contains(Masking.Mask, StringComparison.Ordinal))
            {
                yield return new(place, FindingCodes.NotAllowed, $"{what} {Quoted.Text(texts[index])} is masked and is not one that this customer has; type it whole, or remove it.");
            }
        }
    }
}

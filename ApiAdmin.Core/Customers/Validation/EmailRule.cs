namespace ApiAdmin.Core.Customers.Validation;

/// <summary>
/// An e-mail has something before and after its @ and no blanks; more would turn away addresses that work (RFC 6531 lets
/// through nearly all of Unicode).
/// </summary>
internal sealed class EmailRule : ICustomerRule
{
    public IEnumerable<Finding> Check(Customer customer, CustomerCatalog catalog) =>
        customer.Emails.Select((email, index) => (email, index))
            .Where(item => item.email.Length is > 0 and <= CustomerLimits.Email && !IsAddress(item.email.Trim()))
            .Select(item => new Finding($"emails[{item.index}]", FindingCodes.Malformed, $"{Quoted.Text(item.email)} is no e-mail address; write it as name@example.com."));

    public static bool IsAddress(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && !text.Any(character => char.IsWhiteSpace(character) || character == ';');
    }
}

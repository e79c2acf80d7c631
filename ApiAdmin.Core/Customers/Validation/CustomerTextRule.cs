namespace ApiAdmin.Core.Customers.Validation;

/// <summary>The plain texts: lengths, what no database can keep, and the nick that must not be missing.</summary>
internal sealed class CustomerTextRule : ICustomerRule
{
    public IEnumerable<Finding> Check(Customer customer, CustomerCatalog catalog)
    {
        Finding?[] findings =
        [
            StoredText.Required("nick", customer.Nick, "The nick", CustomerLimits.Name),
            StoredText.Check("realName", customer.RealName, "The real name", CustomerLimits.Name),
            StoredText.Check("country", customer.Country, "The country", CustomerLimits.Line),
            StoredText.Check("province", customer.Province, "The province", CustomerLimits.Line),
            StoredText.Check("city", customer.City, "The city", CustomerLimits.Line),
            StoredText.Check("remark", customer.Remark, "The remark", CustomerLimits.Text),
            StoredText.Check("blacklistReason", customer.BlacklistReason, "The reason for the blacklist", CustomerLimits.Text),
            StoredText.Check("enterprise", customer.Enterprise, "The enterprise", CustomerLimits.Name),
            StoredText.Check("source", customer.Source, "The source channel", CustomerLimits.Line),
            StoredText.Check("owner", customer.Owner, "The owner", CustomerLimits.Line),
        ];
        return findings.OfType<Finding>();
    }
}

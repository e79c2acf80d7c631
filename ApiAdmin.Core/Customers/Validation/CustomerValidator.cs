namespace ApiAdmin.Core.Customers.Validation;

/// <summary>Says whether a customer can be saved: runs every rule and returns all findings at once.</summary>
public static class CustomerValidator
{
    private static readonly ICustomerRule[] Rules =
        [new CustomerTextRule(), new IdentifierRule(), new EmailRule(), new ListRule(), new FieldValueRule()];

    public static IReadOnlyList<Finding> Validate(Customer customer, CustomerCatalog catalog) =>
        [.. Rules.SelectMany(rule => rule.Check(customer, catalog)).Distinct()];

    /// <exception cref="InvalidException">There are findings.</exception>
    public static void Demand(Customer customer, CustomerCatalog catalog)
    {
        var findings = Validate(customer, catalog);
        if (findings.Count > 0)
        {
            throw new InvalidException(findings);
        }
    }
}

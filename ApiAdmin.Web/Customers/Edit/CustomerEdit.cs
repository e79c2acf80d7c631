using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Web.Customers.Edit;

/// <summary>A customer in the form: as it was opened, as it stands, and what is wrong with it.</summary>
public sealed class CustomerEdit(StoredCustomer? stored, Customer opened, CustomerCatalog catalog)
{
    public event Action? Changed;

    /// <summary>Null for a new customer.</summary>
    public StoredCustomer? Stored { get; private set; } = stored;

    public Customer Opened { get; private set; } = opened;

    /// <summary>With the empty rows that somebody may be about to fill.</summary>
    public Customer Current { get; private set; } = opened;

    public CustomerCatalog Catalog => catalog;

    public FindingMap Findings { get; private set; } = FindingMap.None;

    public bool IsDirty => WithoutEmptyRows(Current) != Opened;

    public void Change(Func<Customer, Customer> change)
    {
        Current = change(Current);
        Changed?.Invoke();
    }

    public void Complain(IReadOnlyList<Finding> findings) => Findings = findings.Count == 0 ? FindingMap.None : new FindingMap(findings);

    /// <summary>What is sent; the form has the same rows from then on, so that findings stand where they belong.</summary>
    public Customer Send() => Current = WithoutEmptyRows(Current);

    /// <summary>Goes on upon what somebody else saved.</summary>
    public void Rebase(StoredCustomer theirs, Customer current) => (Stored, Opened, Current) = (theirs, theirs.Customer, current);

    private static Customer WithoutEmptyRows(Customer customer) => customer with
    {
        Phones = Given(customer.Phones), Emails = Given(customer.Emails), VisitorIds = Given(customer.VisitorIds),
        Accounts = customer.Accounts.Any(account => string.IsNullOrWhiteSpace(account.Value))
            ? [.. customer.Accounts.Where(account => !string.IsNullOrWhiteSpace(account.Value))]
            : customer.Accounts,
        RealName = Given(customer.RealName), Country = Given(customer.Country), Province = Given(customer.Province), City = Given(customer.City),
        Remark = Given(customer.Remark), Enterprise = Given(customer.Enterprise), Source = Given(customer.Source), Owner = Given(customer.Owner),
        BlacklistReason = Given(customer.BlacklistReason),
    };

    private static string? Given(string? text) => text is { Length: > 0 } ? text : null;

    private static ValueList<string> Given(ValueList<string> rows) => rows.Any(string.IsNullOrWhiteSpace) ? [.. rows.Where(row => !string.IsNullOrWhiteSpace(row))] : rows;
}

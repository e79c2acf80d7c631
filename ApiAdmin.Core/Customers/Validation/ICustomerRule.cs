namespace ApiAdmin.Core.Customers.Validation;

/// <summary>One concern of a customer. Says everything that is wrong with it, each with place and cure; never throws.</summary>
internal interface ICustomerRule
{
    IEnumerable<Finding> Check(Customer customer, CustomerCatalog catalog);
}

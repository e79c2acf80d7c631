using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Customers.List;

namespace ApiAdmin.Web.Customers;

/// <summary>What the list of customers asks Core for.</summary>
public sealed class CustomerPageServices(CustomerService customers, CustomerSearchService search, CallerLookup callers, OpenedCustomers opened)
{
    public CustomerService Customers => customers;

    public CustomerSearchService Search => search;

    public CallerLookup Callers => callers;

    /// <summary>Those the person opened last, as they are now; the latest first.</summary>
    public Task<IReadOnlyList<StoredCustomer>> OpenedAsync(Actor actor, CancellationToken cancellationToken) => opened.Of(actor) is { Count: > 0 } ids
        ? customers.GetManyAsync(actor, ids, cancellationToken)
        : Task.FromResult<IReadOnlyList<StoredCustomer>>([]);
}

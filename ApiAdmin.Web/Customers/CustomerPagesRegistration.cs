using ApiAdmin.Web.Customers.Detail;
using ApiAdmin.Web.Customers.List;
using ApiAdmin.Web.Customers.Trash;

namespace ApiAdmin.Web.Customers;

public static class CustomerPagesRegistration
{
    /// <summary>What the pages of customers need beside Core's services.</summary>
    public static IServiceCollection AddCustomerPages(this IServiceCollection services) =>
        services.AddSingleton<OpenedCustomers>().AddSingleton<CustomerPageServices>().AddScoped<CustomerPageTrail>().AddScoped<CustomerUndo>().AddScoped<CustomerErasing>().AddScoped<RevealedHere>();
}

using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.BuiltIn;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Customers.Seeding;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Invocation.BuiltIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Customers;

public static class CustomersRegistration
{
    /// <summary>Customers and the lists they refer to; needs <c>AddData</c> and <c>AddAccess</c>.</summary>
    public static IServiceCollection AddCustomers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(CustomerOptions.Read(configuration));
        services.AddSingleton<ICustomerSearchIndex>(p => p.GetRequiredService<StorageOptions>().Provider == StorageProvider.PostgreSql
            ? new PostgresSearchIndex()
            : new SqliteSearchIndex());
        services.AddSingleton(p => new CustomerSearchService(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<ICustomerSearchIndex>(), p.GetRequiredService<CatalogCache>()));
        services.AddSingleton<PhoneReader>().AddSingleton<CustomerWriter>().AddSingleton<ListWork>().AddSingleton<CustomerValueRemoval>();
        services.AddSingleton(p => new CustomerService(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<CustomerWriter>(), p.GetRequiredService<AuditLog>()));
        services.AddSingleton(p => new CallerLookup(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<PhoneReader>()));
        services.AddSingleton(p => new CustomerRemoval(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<CustomerWriter>(),
            p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new CustomerMerging(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<CustomerWriter>(),
            p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new CustomerReveal(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<CustomerReveal>>()));
        services.AddSingleton<CustomerEraser>().AddHostedService(p => p.GetRequiredService<CustomerEraser>());
        return services.AddCustomerLists().AddCustomerQuery().AddCustomerTransfer();
    }

    private static IServiceCollection AddCustomerQuery(this IServiceCollection services)
    {
        services.AddSingleton<ICustomerBulk>(p => p.GetRequiredService<StorageOptions>().Provider == StorageProvider.PostgreSql ? new PostgresBulk() : new SqliteBulk());
        services.AddSingleton(p => new CustomerSeeder(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<ICustomerBulk>(),
            p.GetRequiredService<AuditLog>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<CatalogCache>();
        services.AddSingleton<ICustomerLookup>(p => p.GetRequiredService<StorageOptions>().Provider == StorageProvider.PostgreSql
            ? ActivatorUtilities.CreateInstance<PostgresLookup>(p)
            : ActivatorUtilities.CreateInstance<SqliteLookup>(p));
        services.AddSingleton(p => new CustomerQueryService(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<ICustomerLookup>(), p.GetRequiredService<CatalogCache>()));
        return services.AddSingleton<IBuiltInOperation, CustomerQueryOperation>();
    }

    private static IServiceCollection AddCustomerLists(this IServiceCollection services)
    {
        services.AddSingleton(p => new CustomerFieldService(p.GetRequiredService<ListWork>(), p.GetRequiredService<CustomerValueRemoval>()));
        services.AddSingleton(p => new TagService(p.GetRequiredService<ListWork>(), p.GetRequiredService<CustomerValueRemoval>()));
        return services.AddSingleton(p => new VipLevelService(p.GetRequiredService<ListWork>(), p.GetRequiredService<CustomerValueRemoval>()));
    }
}

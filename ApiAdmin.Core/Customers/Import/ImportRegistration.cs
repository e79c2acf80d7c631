using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Export;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Core.Customers.Import;

internal static class ImportRegistration
{
    public static IServiceCollection AddCustomerTransfer(this IServiceCollection services)
    {
        services.AddSingleton<ImportTools>().AddSingleton<ImportFiles>().AddSingleton<ImportRunner>().AddSingleton<ImportRuns>();
        services.AddSingleton(p => new CustomerImportService(
            p.GetRequiredService<ImportTools>(), p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<ImportFiles>(),
            p.GetRequiredService<ImportRuns>(), p.GetRequiredService<AuditLog>()));
        services.AddSingleton(p => new ImportProfileService(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<AuditLog>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new CustomerExportService(
            p.GetRequiredService<IAuthorizer>(), p.GetRequiredService<IDbContextFactory<AppDbContext>>(), p.GetRequiredService<ICustomerSearchIndex>(),
            p.GetRequiredService<AuditLog>()));
        return services.AddSingleton<ImportSweeper>().AddHostedService(p => p.GetRequiredService<ImportSweeper>());
    }
}

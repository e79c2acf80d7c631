using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Core.Data;

/// <summary>
/// Identity's base context reads the shape of its tables from the application's services, so the services of the running
/// program and of the migrations tool must say the same.
/// </summary>
internal static class IdentitySchema
{
    public static IServiceCollection AddIdentitySchema(this IServiceCollection services) =>
        services.Configure<IdentityOptions>(options => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3);

    public static DbContextOptionsBuilder<TContext> ForDesign<TContext>()
        where TContext : DbContext => new DbContextOptionsBuilder<TContext>()
            .UseApplicationServiceProvider(new ServiceCollection().AddIdentitySchema().BuildServiceProvider());
}

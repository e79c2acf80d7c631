using ApiAdmin.Core.Definitions.Storing;
using ApiAdmin.Core.Definitions.Validation;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Core.Definitions;

public static class DefinitionsRegistration
{
    /// <summary>The stored APIs; needs <c>AddData</c> and <c>AddAccess</c>.</summary>
    public static IServiceCollection AddDefinitions(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(new ValidationContext
        {
            MaxTimeoutMs = configuration.GetValue("Outbound:MaxTimeoutMs", ValidationContext.Default.MaxTimeoutMs),
        });
        services.AddSingleton<DefinitionWriter>().AddSingleton<IDefinitionService, DefinitionService>();
        return services;
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PhoneNumbers;

namespace ApiAdmin.Core.Invocation.Building;

public static class BuildingRegistration
{
    /// <summary>Building of requests. Needs a <see cref="TimeProvider"/> and an <see cref="ISandboxAddress"/>.</summary>
    public static IServiceCollection AddRequestBuilding(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PhoneOptions>()
            .Bind(configuration.GetSection(PhoneOptions.Section))
            .Validate(
                options => PhoneNumberUtil.GetInstance().GetSupportedRegions().Contains(options.DefaultRegion),
                "Customers:DefaultRegion is no region. Write two capital letters such as CN or GB.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISandboxAddress, NoSandbox>();
        services.AddSingleton<ValueNormalizer>();
        services.AddSingleton<RequestBuilder>();
        return services;
    }
}

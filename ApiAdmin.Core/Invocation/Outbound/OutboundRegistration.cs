using ApiAdmin.Core.Invocation.Sending;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Invocation.Outbound;

/// <summary>The guarded transport: every outgoing call of the product goes through what is registered here.</summary>
public static class OutboundRegistration
{
    public static IServiceCollection AddOutbound(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OutboundOptions>().Bind(configuration.GetSection(OutboundOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OutboundOptions>, OutboundOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ISandboxAddress, NoSandbox>();
        services.TryAddSingleton<IOwnListeners, NoListeners>();
        services.TryAddSingleton<IHostResolver, SystemResolver>();
        services.TryAddSingleton<IDialer, SocketDialer>();
        services.TryAddSingleton<TlsTrust>();
        services.AddSingleton<OutboundGuard>();
        services.AddSingleton<ConnectSettings>();
        services.AddSingleton<Connector>();
        services.AddSingleton<HttpSender>();
        return services;
    }
}

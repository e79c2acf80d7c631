using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Web.Invocation.Sandbox;

public static class SandboxRegistration
{
    public const string EnabledSetting = "Sandbox:Enabled";

    /// <summary>The sandbox upstream when <c>Sandbox:Enabled</c> says so (by default in Development), else <see cref="NoSandbox"/>.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!IsEnabled(configuration, environment))
        {
            return services.AddSingleton<ISandboxAddress, NoSandbox>();
        }

        services.AddSingleton<SandboxHost>();
        services.AddSingleton<ISandboxAddress>(provider => provider.GetRequiredService<SandboxHost>());
        return services.AddHostedService(provider => provider.GetRequiredService<SandboxHost>());
    }

    public static bool IsEnabled(IConfiguration configuration, IHostEnvironment environment)
    {
        var text = configuration[EnabledSetting];
        if (string.IsNullOrWhiteSpace(text))
        {
            return environment.IsDevelopment();
        }

        return bool.TryParse(text, out var enabled)
            ? enabled
            : throw new InvalidOperationException($"{EnabledSetting} is \"{text}\"; it must be true or false.");
    }
}

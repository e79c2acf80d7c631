using ApiAdmin.Core.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ApiAdmin.Core.Access;

public static class AccessRegistration
{
    private const int HashIterations = 220_000;
    /// <summary>
    /// Users, keys, secrets, audit and the authorizer. Cookies and schemes are the host's, which adds
    /// <c>AddAuthentication().AddIdentityCookies()</c> or its like.
    /// </summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(provider => new KeyFile(configuration, provider.GetRequiredService<StorageOptions>()));
        services.AddSingleton<KeyRing>().AddSingleton<IStartStep>(provider => provider.GetRequiredService<KeyRing>());
        services.AddSingleton<RightsCache>().AddSingleton<SecondFactorRule>().AddSingleton<RefusalAudit>().AddSingleton<IAuthorizer, Authorizer>();
        services.AddSingleton<SecretBox>().AddSingleton<ISecretService, SecretService>().AddSingleton<ISecretSource, SecretSource>();
        services.AddSingleton<SecretRewrap>();
        services.AddSingleton<ApiKeyService>().AddSingleton<IApiKeyVerifier, ApiKeyVerifier>();
        services.AddSingleton<AuditLog>().AddSingleton<AuditHeads>().AddSingleton<AuditVerifier>().AddSingleton<AuditService>();
        services.AddHostedService<AuditHeadWriter>();
        return services.AddUsers().AddSealedDataProtection();
    }

    private static IServiceCollection AddUsers(this IServiceCollection services)
    {
        services.AddAuthenticationCore();
        services.AddIdentityCore<AppUser>(ConfigureIdentity)
            .AddEntityFrameworkStores<AppDbContext>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordPolicy>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromMinutes(1));

        // The framework registers these per scope; they hold no state, and the services here live as long as the program.
        services.AddSingleton<IPasswordHasher<AppUser>, PasswordHasher<AppUser>>();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddSingleton<UserWriter>().AddSingleton<UserChanges>().AddSingleton<UserService>().AddSingleton<SetupService>();
        services.AddSingleton<UserLinks>().AddSingleton<SecondFactorBox>().AddSingleton<SignInProof>().AddSingleton<AccountService>();
        services.AddSingleton<SecondFactorService>();
        services.AddScoped<PasswordSignIn>().AddSingleton<EndedSessions>();
        return services;
    }

    private static void ConfigureIdentity(IdentityOptions options)
    {
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = "";
        options.Lockout.AllowedForNewUsers = true;
        options.Lockout.MaxFailedAccessAttempts = Lockout.MostWrongTries;
        options.Lockout.DefaultLockoutTimeSpan = Lockout.LockedFor;
        options.Password.RequiredLength = PasswordPolicy.Shortest;
        options.Password.RequiredUniqueChars = 1;
        options.Password.RequireDigit = options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
    }

    private static IServiceCollection AddSealedDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("ApiAdmin").PersistKeysToDbContext<AppDbContext>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlEncryptor = new RingXmlEncryptor(provider.GetRequiredService<KeyRing>())));
        return services;
    }
}

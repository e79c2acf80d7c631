using System.Security.Claims;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Web.Access;

public static class ApiKeyAuthentication
{
    public const string Scheme = "ApiKey";

    /// <summary>Only this scheme counts under <c>/api/v1</c>: a browser's cookie is no credential there.</summary>
    public const string Policy = "ApiKey";

    public const string KeyIdClaim = "apiadmin:key";

    public static IServiceCollection AddApiKeyAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyReader>();
        services.AddSingleton<StraightGate>();
        services.AddAuthentication().AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, ApiKeyHandler>(Scheme, null);
        services.AddAuthorizationBuilder().AddPolicy(Policy, policy => policy.AddAuthenticationSchemes(Scheme).RequireAuthenticatedUser());
        return services;
    }

    /// <summary>Only who the key is: what it may do is read from the store each time.</summary>
    public static ClaimsPrincipal ToPrincipal(KeyIdentity key) => new(new ClaimsIdentity(
        [new Claim(KeyIdClaim, key.Id.ToString("N")), new Claim(ClaimTypes.Name, key.Name)], Scheme));

    /// <summary>The key that makes the request, for the services.</summary>
    public static KeyActor ToActor(this ClaimsPrincipal user) =>
        new(Guid.ParseExact(user.FindFirstValue(KeyIdClaim)!, "N"), user.Identity!.Name!);
}

using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Web.Access;

/// <summary>How a browser proves who it is.</summary>
public static class SignIn
{
    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => options.LoginPath = "/login");
        services.AddAuthorization();
        services.AddAntiforgery();
    }
}

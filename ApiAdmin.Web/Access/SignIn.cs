using ApiAdmin.Core.Access;
using ApiAdmin.Web.Operations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Web.Access;

/// <summary>How a browser proves who it is between requests: cookie, schemes, and how soon each stops counting.</summary>
public static class SignIn
{
    public const string CookieName = "ApiAdmin";
    public const string StepCookieName = "ApiAdmin.Step";
    public const string FormCookieName = "ApiAdmin.Form";
    public const string ReturnUrl = "returnUrl";

    /// <summary>
    /// The scheme that looks at the address: programs use keys and a browser's cookie is no credential there, so that no
    /// foreign page can lend it. Decided here, before the rate limiter, which counts by who asks.
    /// </summary>
    private const string ByAddress = "ByAddress";

    internal static readonly TimeSpan Session = TimeSpan.FromHours(8);

    public static void AddSignIn(this IServiceCollection services)
    {
        services.AddScoped<IUserClaimsPrincipalFactory<AppUser>, AppClaims>();
        services.AddAuthentication(ByAddress)
            .AddPolicyScheme(ByAddress, null, scheme => scheme.ForwardDefaultSelector = SchemeFor)
            .AddCookie(IdentityConstants.ApplicationScheme, ConfigureCookie)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, ConfigureStep);
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationPolicyProvider, OperationPolicies>();
        services.AddScoped<IAuthorizationHandler, OperationHandler>();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = FormCookieName;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });

        services.Configure<SecurityStampValidatorOptions>(options => options.OnRefreshingPrincipal = AppClaims.KeepSession);
        services.AddScoped<SessionCheck>().AddScoped<BrowserSession>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<AuthenticationStateProvider, CircuitSignIn>();
    }

    /// <summary>Between a right password and the code: says who, opens nothing.</summary>
    private static void ConfigureStep(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = StepCookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixedCookies();
        options.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        options.SlidingExpiration = false;
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = CookieName;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostPrefixedCookies();
        options.ExpireTimeSpan = Session;
        options.SlidingExpiration = false;
        options.LoginPath = "/login";
        options.LogoutPath = "/logout";
        options.ReturnUrlParameter = ReturnUrl;
        options.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
        options.Events.OnRedirectToLogin = AskToSignInAsync;
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static string SchemeFor(HttpContext context) =>
        Paths.IsUnder(context.Request, "/api") || Paths.IsUnder(context.Request, Metrics.Path) ? ApiKeyAuthentication.Scheme : IdentityConstants.ApplicationScheme;

    private static Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (Paths.ForPeople(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }
}

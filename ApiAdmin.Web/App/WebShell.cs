using System.Globalization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Localization;
using ApiAdmin.Web.App.Palette;
using ApiAdmin.Web.Operations;
using Microsoft.AspNetCore.RateLimiting;
using MudBlazor;
using MudBlazor.Services;

namespace ApiAdmin.Web.App;

/// <summary>Pages: components, circuits, texts.</summary>
public static class WebShell
{
    private const int LargestMessage = 32 * 1024;

    public static void AddWebShell(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.Configure<CircuitOptions>(options =>
        {
            options.DetailedErrors = false;
            options.DisconnectedCircuitMaxRetained = 100;
            options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            options.PersistedCircuitInMemoryMaxRetained = 0;
        });
        services.Configure<HubOptions>(options => options.MaximumReceiveMessageSize = LargestMessage);
        services.AddMudServices(options => options.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomCenter);
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<PaletteSource>();
        services.AddTexts(environment);
    }

    private static void AddTexts(this IServiceCollection services, IHostEnvironment environment)
    {
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory, PseudoLocalizerFactory>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            // The pseudo-culture is there while developing, to see texts that were hard-wired.
            IList<CultureInfo> cultures = [.. Languages.All.Select(language => language.Culture)];
            if (environment.IsDevelopment())
            {
                cultures.Add(PseudoLocalizer.Culture);
            }

            options.DefaultRequestCulture = new RequestCulture(Languages.All[0].Culture);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
        });
    }

    public static void MapAssets(this WebApplication app) => app.MapStaticAssets().AllowAnonymous().DisableHttpMetrics();

    public static void MapPages(this WebApplication app) => app
        .MapRazorComponents<AppDocument>()
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = "'none'")
        .RequireAuthorization()
        .Add(LimitCircuits);

    private static void LimitCircuits(EndpointBuilder endpoint)
    {
        if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: "/_blazor" or "_blazor" })
        {
            endpoint.Metadata.Add(new EnableRateLimitingAttribute(RateLimits.Circuits));
        }
    }
}

using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Interchange;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Outbound;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.App;
using ApiAdmin.Web.Customers;
using ApiAdmin.Web.Customers.Transfer;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Invocation;
using ApiAdmin.Web.Invocation.Sandbox;
using ApiAdmin.Web.Operations;
using ApiAdmin.Web.Operations.OpenApi;
using ApiAdmin.Web.Shared.Rest;

namespace ApiAdmin.Web;

/// <summary>
/// The program: a command line whose default verb serves the web application. <see cref="Create"/> is the one start-up
/// that the program and its tests share.
/// </summary>
public sealed class Program
{
    private Program()
    {
    }

    public static Task<int> Main(string[] args) => CommandLine.RunAsync(args);

    /// <param name="settings">Settings as on the command line: <c>--Storage:DataDirectory=…</c>.</param>
    /// <param name="adjust">What a test replaces at the edges.</param>
    public static WebApplication Create(IReadOnlyList<string> settings, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = HostSettings.CreateBuilder(settings);

        SettingsCheck.Demand(builder.Configuration, builder.Environment);

        builder.AddWebHost();
        builder.Services.AddData(builder.Configuration);
        builder.Services.AddRateLimits();
        builder.Services.AddAccess(builder.Configuration);
        builder.Services.AddDefinitions(builder.Configuration);
        builder.Services.AddCustomers(builder.Configuration);
        builder.Services.AddSignIn();
        builder.Services.AddSingleton<IOwnListeners, ServerListeners>();
        builder.Services.AddInvocation(builder.Configuration);
        builder.Services.AddInterchange();
        builder.Services.AddRest();
        builder.Services.AddApiDescription();
        builder.Services.AddMetricsPage();
        builder.Services.AddWebShell(builder.Environment);
        builder.Services.AddApiPages();
        builder.Services.AddCustomerPages();
        builder.Services.AddSandbox(builder.Configuration, builder.Environment);
        builder.Services.AddHostedService<StartUp>();
        adjust?.Invoke(builder);

        var app = builder.Build();

        app.UseHeadRequests();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseExceptionHandler();
        app.UseStatusPages();
        app.UseRestProblems();
        app.UseRouting();
        app.UseRequestLocalization();
        app.UsePlainHttpGate();
        app.UseCircuitOrigins();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseSecondFactorGate();
        app.UseCircuitCloser();
        app.UseAntiforgery();

        app.MapAssets();
        app.MapRest();
        app.MapApiDescription();
        app.MapBodyDownload();
        app.MapTransferDownloads();
        app.MapPolicyReports();
        app.MapHealth();
        app.MapMetrics();
        app.MapSignOut();
        app.MapPages();
        return app;
    }
}

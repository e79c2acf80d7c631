using System.Net;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary>The sandbox's own web application: bounded in size and time, without settings and without request logs.</summary>
internal static class SandboxApp
{
    /// <summary>Requests beyond this are refused before they are read.</summary>
    public const int LargestRequest = 8 * 1024 * 1024;

    public static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(5);

    public static WebApplication Build(TimeProvider time, ILogger logger)
    {
        // The empty builder reads neither environment nor settings: ASPNETCORE_URLS must not move the sandbox onto the
        // main port. Nor does it log requests, which here carry secrets in clear.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = LargestRequest;
            options.Limits.MaxConcurrentConnections = 1_000;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(time);
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(2));

        var app = builder.Build();
        app.Use((context, next) => BoundedAsync(context, next, time, logger));
        app.UseRouting();
        Map(app);
        app.MapFallback(context => SandboxAnswer.JsonAsync(
            context, StatusCodes.Status404NotFound, new { error = "There is nothing here. GET / lists what there is." }));
        return app;
    }

    private static void Map(IEndpointRouteBuilder routes)
    {
        SandboxIndex.Map(routes);
        SandboxEcho.Map(routes);
        SandboxShop.Map(routes);
        SandboxTickets.Map(routes);
        SandboxPace.Map(routes);
        SandboxStatus.Map(routes);
        SandboxEncodings.Map(routes);
        SandboxFormats.Map(routes);
        SandboxAuth.Map(routes);
    }

    /// <summary>No answer outlives its bound, the caller or the host.</summary>
    private static async Task BoundedAsync(HttpContext context, RequestDelegate next, TimeProvider time, ILogger logger)
    {
        var stopping = context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var bound = new CancellationTokenSource(LongestAnswer, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping, bound.Token);
        context.RequestAborted = linked.Token;
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (linked.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (BadHttpRequestException bad) when (!context.Response.HasStarted)
        {
            await SandboxAnswer.JsonAsync(context, bad.StatusCode, new { error = bad.Message });
        }
        catch (Exception exception) when (exception is not IOException && !context.Response.HasStarted)
        {
            logger.Failed(exception, context.GetEndpoint()?.DisplayName ?? "");
            await SandboxAnswer.JsonAsync(context, StatusCodes.Status500InternalServerError, new { error = "The sandbox failed." });
        }
    }
}

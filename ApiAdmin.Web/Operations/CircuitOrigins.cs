namespace ApiAdmin.Web.Operations;

/// <summary>
/// Only our own pages may open a circuit: a browser names the page's origin on a WebSocket, and a foreign one is
/// refused. Programs that send no Origin carry no browser's cookie and are judged by their sign-in alone.
/// </summary>
public static class CircuitOrigins
{
    public static void UseCircuitOrigins(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<SiteAddress>();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CircuitOrigins));
        app.Use((context, next) =>
        {
            string? origin = context.Request.Headers.Origin;
            if (!Paths.IsUnder(context.Request, "/_blazor") || string.IsNullOrEmpty(origin) || site.IsOwnOrigin(context.Request, origin))
            {
                return next(context);
            }

            OperationsLog.ForeignOrigin(logger, LogText.Safe(origin));
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        });
    }
}

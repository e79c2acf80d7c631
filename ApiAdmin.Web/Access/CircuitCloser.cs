using System.Security.Claims;
using ApiAdmin.Web.Operations;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Cuts a page's socket (or its polling) within a minute after its sign-in stopped holding. <see cref="CircuitSignIn"/> asks the page to
/// leave; this does not ask. Until then every action is refused by the services themselves.
/// </summary>
public static class CircuitCloser
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(40);

    public static void UseCircuitCloser(this WebApplication app)
    {
        var time = app.Services.GetRequiredService<TimeProvider>();
        var logger = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CircuitCloser));
        app.Use(async (context, next) =>
        {
            // By the address alone: only the hub itself switches WebSockets on, so that here none is seen to be one yet.
            if (!Paths.IsUnder(context.Request, "/_blazor"))
            {
                await next(context);
                return;
            }

            // A socket that was cut must not come back on a cookie whose next check is still a minute away.
            if (!await context.RequestServices.GetRequiredService<SessionCheck>().HoldsAsync(context.User))
            {
                context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                return;
            }

            using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
            var watch = WatchAsync(context, time, logger, ended.Token);
            try
            {
                await next(context);
            }
            finally
            {
                await ended.CancelAsync();
                await watch;
            }
        });
    }

    private static async Task WatchAsync(HttpContext context, TimeProvider time, ILogger logger, CancellationToken ended)
    {
        var scopes = context.RequestServices.GetRequiredService<IServiceScopeFactory>();
        try
        {
            using var timer = new PeriodicTimer(Interval, time);
            while (await timer.WaitForNextTickAsync(ended))
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<SessionCheck>().HoldsAsync(context.User))
                {
                    AccessLog.CircuitClosed(logger, context.User.FindFirstValue(ClaimTypes.NameIdentifier));
                    context.Abort();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The page left first.
        }
        catch (Exception exception)
        {
            // The store cannot be asked: fail closed.
            AccessLog.CheckFailed(logger, exception);
            context.Abort();
        }
    }
}

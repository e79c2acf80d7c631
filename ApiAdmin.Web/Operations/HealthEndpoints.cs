using ApiAdmin.Core.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Web.Operations;

/// <summary>For load balancers and service managers: is the process there, and should it get traffic.</summary>
public static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/health").AllowAnonymous().ExcludeFromDescription();
        group.MapGet("/live", () => TypedResults.Text("live"));
        group.MapGet("/ready", ReadyAsync);
    }

    private static async Task<IResult> ReadyAsync(
        Readiness readiness, IDbContextFactory<AppDbContext> contexts, TimeProvider time, CancellationToken cancellationToken)
    {
        if (!readiness.IsReady)
        {
            return NotReady("starting or stopping");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var patience = new CancellationTokenSource(Patience, time);
        await using var stop = patience.Token.Register(limit.Cancel);
        return await AnswersAsync(contexts, limit.Token) ? TypedResults.Text("ready") : NotReady("the database does not answer");
    }

    private static async Task<bool> AnswersAsync(IDbContextFactory<AppDbContext> contexts, CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static ContentHttpResult NotReady(string why) => TypedResults.Text(why, statusCode: StatusCodes.Status503ServiceUnavailable);
}

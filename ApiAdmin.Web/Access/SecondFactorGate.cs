using ApiAdmin.Core.Access;
using ApiAdmin.Web.Operations;
using Microsoft.AspNetCore.Authorization;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Leads whoever is signed in without the second step that is demanded to where it is set up, and nowhere else. The
/// services refuse everything else by themselves; this makes it understood.
/// </summary>
public static class SecondFactorGate
{
    public const string SetUpPath = "/account/second-step";

    public static void UseSecondFactorGate(this WebApplication app)
    {
        var rule = app.Services.GetRequiredService<SecondFactorRule>();
        app.Use(async (context, next) =>
        {
            if (IsOpen(context.GetEndpoint()?.Metadata) || CurrentActor.Of(context.User) is not { } actor
                || !await rule.HoldsBackAsync(actor, context.RequestAborted))
            {
                await next(context);
            }
            else if (Paths.ForPeople(context.Request))
            {
                context.Response.Redirect(SetUpPath);
            }
            else
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
            }
        });
    }

    private static bool IsOpen(EndpointMetadataCollection? metadata) =>
        metadata?.GetMetadata<IAllowAnonymous>() is not null || metadata?.GetMetadata<WithoutSecondFactorAttribute>() is not null;
}

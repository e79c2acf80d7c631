using System.Security.Claims;
using ApiAdmin.Core.Access;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Web.Access;

/// <summary>Ends this browser's session, for copies of its cookie too; a foreign page cannot do it for the person, since it takes the form's token.</summary>
public static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/logout", SignOutAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<IResult> SignOutAsync(HttpContext context, IAntiforgery antiforgery, EndedSessions ended, ILoggerFactory loggers)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        if (context.User.FindFirstValue(AppClaims.Session) is { } session)
        {
            await ended.EndAsync(session, SignIn.Session, context.RequestAborted);
        }

        await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        AccessLog.SignedOut(loggers.CreateLogger(typeof(SignOutEndpoint)), context.User.FindFirstValue(ClaimTypes.NameIdentifier));
        return TypedResults.LocalRedirect("/login");
    }
}

using System.Security.Claims;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Access;

namespace ApiAdmin.Web.Shared.Rest;

public static class DemandingEndpoints
{
    /// <summary>
    /// Asks for the caller's right before the request is read, so that a key without it learns 403 and nothing about
    /// its body or its headers. The service asks again: it is where the right is enforced.
    /// </summary>
    public static TBuilder Demands<TBuilder>(this TBuilder builder, Operation operation)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(async (invocation, next) =>
        {
            var context = invocation.HttpContext;
            var authorizer = context.RequestServices.GetRequiredService<IAuthorizer>();
            await authorizer.DemandAsync(context.User.ToActor(), operation, context.RequestAborted);
            return await next(invocation);
        }).WithMetadata(new DemandsAttribute(operation));
}

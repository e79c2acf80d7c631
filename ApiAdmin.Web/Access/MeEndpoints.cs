using ApiAdmin.Core.Access;
using ApiAdmin.Web.Shared.Rest;
using Mapster;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiAdmin.Web.Access;

/// <summary><c>/api/v1/me</c>: what the key that asks is and may do. Any key may ask.</summary>
public static class MeEndpoints
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("/me").WithTags("Keys").MapGet("/", Get).WithName("getMe")
            .WithSummary("What this key may do").WithDescription("Name, scopes and expiry of the key that makes the request.");

    private static Ok<MeAnswer> Get(HttpContext context) =>
        TypedResults.Ok(context.Features.GetRequiredFeature<KeyIdentity>().Adapt<MeAnswer>(WireMapping.Config));
}

using System.Security.Claims;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Shared.Rest;
using Mapster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Access;

/// <summary><c>/api/v1/secrets</c>: names, hosts and uses can be read; a value only goes in.</summary>
public static class SecretEndpoints
{
    public static void MapSecrets(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/secrets").WithTags("Secrets");
        group.MapGet("/", ListAsync).WithName("listSecrets").Demands(Operation.ReadSecrets).Problems(400, 403)
            .WithSummary("List secrets").WithDescription("Names, hosts and the APIs that name each; never a value.");
        group.MapPut("/{name}", PutAsync).WithName("putSecret").Demands(Operation.WriteSecrets).Problems(400, 403, 413, 415)
            .WithSummary("Make or replace a secret").WithDescription("Value and hosts always go together; it is sent only to its hosts. No If-Match is needed.");
        group.MapDelete("/{name}", DeleteAsync).WithName("deleteSecret").Demands(Operation.WriteSecrets).Problems(403, 404, 409)
            .WithSummary("Delete a secret").WithDescription("Refused with the list of uses while an API names it.");
    }

    private static async Task<Ok<PagedList<SecretItem>>> ListAsync(
        [FromServices] ISecretService secrets, ClaimsPrincipal user, HttpRequest request, CancellationToken cancellationToken)
    {
        var query = new QueryReader(request, "page", "pageSize");
        var page = query.Number("page", 1, 1, int.MaxValue / PagedList<SecretItem>.LargestPage);
        var size = query.Number("pageSize", RestLimits.DefaultPageSize, 1, PagedList<SecretItem>.LargestPage);
        query.DemandGood();
        var all = await secrets.ListAsync(user.ToActor(), cancellationToken);
        var items = all.Skip((page - 1) * size).Take(size).Select(info => info.Adapt<SecretItem>(WireMapping.Config)).ToList();
        return TypedResults.Ok(new PagedList<SecretItem>(items, page, size, Math.Min(all.Count, PagedList<SecretItem>.CountedTo)));
    }

    private static async Task<Ok<SecretItem>> PutAsync(
        [FromServices] ISecretService secrets, ClaimsPrincipal user, string name, JsonBody<SecretBody> body, CancellationToken cancellationToken)
    {
        var given = await body.ReadAsync(cancellationToken);
        var info = await secrets.PutAsync(user.ToActor(), name, given.Value, given.Hosts, cancellationToken);
        return TypedResults.Ok(info.Adapt<SecretItem>(WireMapping.Config));
    }

    private static async Task<NoContent> DeleteAsync(
        [FromServices] ISecretService secrets, ClaimsPrincipal user, string name, CancellationToken cancellationToken)
    {
        await secrets.DeleteAsync(user.ToActor(), name, cancellationToken);
        return TypedResults.NoContent();
    }
}

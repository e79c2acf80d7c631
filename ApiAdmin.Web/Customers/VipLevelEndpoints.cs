using System.Security.Claims;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary><c>/api/v1/vip-levels</c>: the levels a VIP customer can have.</summary>
public static class VipLevelEndpoints
{
    public static void MapVipLevels(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/vip-levels").WithTags("Customer lists");
        group.MapGet("/", ListAsync).WithName("listVipLevels").Demands(Operation.ReadCustomers).Problems(400, 403)
            .WithSummary("List VIP levels").WithDescription("By name.");
        group.MapGet("/{id}", GetAsync).WithName("getVipLevel").Demands(Operation.ReadCustomers).Problems(403, 404)
            .WithSummary("Read a VIP level").WithDescription("Its ETag is what a change sends as If-Match.");
        group.MapPost("/", CreateAsync).WithName("createVipLevel").Demands(Operation.ManageCustomerLists).Problems(400, 403, 409, 413, 415)
            .WithSummary("Add a VIP level").WithDescription("Left out, the id is chosen.");
        group.MapPut("/{id}", UpdateAsync).WithName("updateVipLevel").Demands(Operation.ManageCustomerLists).Problems(400, 403, 404, 409, 412, 413, 415, 428)
            .WithSummary("Change a VIP level").WithDescription("Customers who have it show the new name.");
        group.MapDelete("/{id}", DeleteAsync).WithName("deleteVipLevel").Demands(Operation.ManageCustomerLists).Problems(400, 403, 404, 412, 428)
            .WithSummary("Delete a VIP level").WithDescription("It is taken from every customer who has it.");
    }

    private static async Task<Ok<PagedList<VipLevel>>> ListAsync(
        [FromServices] VipLevelService list, ClaimsPrincipal user, HttpRequest request, CancellationToken cancellationToken)
    {
        var page = ListPage.Read(request);
        var all = await list.ListAsync(user.ToActor(), cancellationToken);
        return TypedResults.Ok(page.Of(all.Select(stored => stored.Level), all.Count));
    }

    private static async Task<Ok<VipLevel>> GetAsync(
        [FromServices] VipLevelService list, ClaimsPrincipal user, string id, HttpResponse response, CancellationToken cancellationToken) =>
        TypedResults.Ok(Tagged(response, await list.GetAsync(user.ToActor(), id, cancellationToken)));

    private static async Task<Created<VipLevel>> CreateAsync(
        [FromServices] VipLevelService list, ClaimsPrincipal user, JsonBody<VipLevel> body, HttpResponse response, CancellationToken cancellationToken)
    {
        var field = Tagged(response, await list.CreateAsync(user.ToActor(), await body.ReadAsync(cancellationToken), cancellationToken));
        return TypedResults.Created($"{ApiProblems.Prefix}/vip-levels/{field.Id}", field);
    }

    private static async Task<Ok<VipLevel>> UpdateAsync(
        [FromServices] VipLevelService list, ClaimsPrincipal user, string id, JsonBody<VipLevel> body, HttpContext context, CancellationToken cancellationToken)
    {
        var ifMatch = EntityTag.DemandIfMatch(context.Request);
        var field = await body.ReadAsync(cancellationToken);
        return TypedResults.Ok(Tagged(context.Response, await list.UpdateAsync(user.ToActor(), id, field with { Id = id }, ifMatch, cancellationToken)));
    }

    private static async Task<NoContent> DeleteAsync(
        [FromServices] VipLevelService list, ClaimsPrincipal user, string id, HttpRequest request, CancellationToken cancellationToken)
    {
        await list.DeleteAsync(user.ToActor(), id, EntityTag.DemandIfMatch(request), cancellationToken);
        return TypedResults.NoContent();
    }

    private static VipLevel Tagged(HttpResponse response, StoredVipLevel stored)
    {
        response.Headers.ETag = EntityTag.Quote(stored.Tag);
        return stored.Level;
    }
}

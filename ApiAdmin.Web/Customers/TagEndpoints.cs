using System.Security.Claims;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary><c>/api/v1/tags</c>: the tags customers are marked with.</summary>
public static class TagEndpoints
{
    public static void MapTags(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/tags").WithTags("Customer lists");
        group.MapGet("/", ListAsync).WithName("listTags").Demands(Operation.ReadCustomers).Problems(400, 403)
            .WithSummary("List tags").WithDescription("By group and name.");
        group.MapGet("/{id}", GetAsync).WithName("getTag").Demands(Operation.ReadCustomers).Problems(403, 404)
            .WithSummary("Read a tag").WithDescription("Its ETag is what a change sends as If-Match.");
        group.MapPost("/", CreateAsync).WithName("createTag").Demands(Operation.ManageCustomerLists).Problems(400, 403, 409, 413, 415)
            .WithSummary("Add a tag").WithDescription("Left out, the id is chosen.");
        group.MapPut("/{id}", UpdateAsync).WithName("updateTag").Demands(Operation.ManageCustomerLists).Problems(400, 403, 404, 409, 412, 413, 415, 428)
            .WithSummary("Change a tag").WithDescription("Customers who have it show the new name.");
        group.MapDelete("/{id}", DeleteAsync).WithName("deleteTag").Demands(Operation.ManageCustomerLists).Problems(400, 403, 404, 412, 428)
            .WithSummary("Delete a tag").WithDescription("It is taken from every customer who has it.");
    }

    private static async Task<Ok<PagedList<CustomerTag>>> ListAsync(
        [FromServices] TagService list, ClaimsPrincipal user, HttpRequest request, CancellationToken cancellationToken)
    {
        var page = ListPage.Read(request);
        var all = await list.ListAsync(user.ToActor(), cancellationToken);
        return TypedResults.Ok(page.Of(all.Select(stored => stored.Label), all.Count));
    }

    private static async Task<Ok<CustomerTag>> GetAsync(
        [FromServices] TagService list, ClaimsPrincipal user, string id, HttpResponse response, CancellationToken cancellationToken) =>
        TypedResults.Ok(Tagged(response, await list.GetAsync(user.ToActor(), id, cancellationToken)));

    private static async Task<Created<CustomerTag>> CreateAsync(
        [FromServices] TagService list, ClaimsPrincipal user, JsonBody<CustomerTag> body, HttpResponse response, CancellationToken cancellationToken)
    {
        var field = Tagged(response, await list.CreateAsync(user.ToActor(), await body.ReadAsync(cancellationToken), cancellationToken));
        return TypedResults.Created($"{ApiProblems.Prefix}/tags/{field.Id}", field);
    }

    private static async Task<Ok<CustomerTag>> UpdateAsync(
        [FromServices] TagService list, ClaimsPrincipal user, string id, JsonBody<CustomerTag> body, HttpContext context, CancellationToken cancellationToken)
    {
        var ifMatch = EntityTag.DemandIfMatch(context.Request);
        var field = await body.ReadAsync(cancellationToken);
        return TypedResults.Ok(Tagged(context.Response, await list.UpdateAsync(user.ToActor(), id, field with { Id = id }, ifMatch, cancellationToken)));
    }

    private static async Task<NoContent> DeleteAsync(
        [FromServices] TagService list, ClaimsPrincipal user, string id, HttpRequest request, CancellationToken cancellationToken)
    {
        await list.DeleteAsync(user.ToActor(), id, EntityTag.DemandIfMatch(request), cancellationToken);
        return TypedResults.NoContent();
    }

    private static CustomerTag Tagged(HttpResponse response, StoredTag stored)
    {
        response.Headers.ETag = EntityTag.Quote(stored.Tag);
        return stored.Label;
    }
}

using System.Security.Claims;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary><c>/api/v1/customer-fields</c>: the fields this installation adds to customers.</summary>
public static class CustomerFieldEndpoints
{
    public static void MapCustomerFields(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/customer-fields").WithTags("Customer lists");
        group.MapGet("/", ListAsync).WithName("listCustomerFields").Demands(Operation.ReadCustomers).Problems(400, 403)
            .WithSummary("List customer fields").WithDescription("In their order, disabled ones too.");
        group.MapGet("/{id}", GetAsync).WithName("getCustomerField").Demands(Operation.ReadCustomers).Problems(403, 404)
            .WithSummary("Read a customer field").WithDescription("Its ETag is what a change sends as If-Match.");
        group.MapPost("/", CreateAsync).WithName("createCustomerField").Demands(Operation.ManageCustomerLists).Problems(400, 403, 409, 413, 415)
            .WithSummary("Add a customer field").WithDescription("The id is cf_ and a number; left out, the next one is taken.");
        group.MapPut("/{id}", UpdateAsync).WithName("updateCustomerField").Demands(Operation.ManageCustomerLists).Problems(400, 403, 404, 409, 412, 413, 415, 428)
            .WithSummary("Change a customer field").WithDescription("The type stays once customers have values; an option that customers have cannot go.");
        group.MapDelete("/{id}", DeleteAsync).WithName("deleteCustomerField").Demands(Operation.ManageCustomerLists).Problems(400, 403, 404, 412, 428)
            .WithSummary("Delete a customer field").WithDescription("With every value customers have in it.");
    }

    private static async Task<Ok<PagedList<CustomerField>>> ListAsync(
        [FromServices] CustomerFieldService fields, ClaimsPrincipal user, HttpRequest request, CancellationToken cancellationToken)
    {
        var page = ListPage.Read(request);
        var all = await fields.ListAsync(user.ToActor(), cancellationToken);
        return TypedResults.Ok(page.Of(all.Select(stored => stored.Field), all.Count));
    }

    private static async Task<Ok<CustomerField>> GetAsync(
        [FromServices] CustomerFieldService fields, ClaimsPrincipal user, string id, HttpResponse response, CancellationToken cancellationToken) =>
        TypedResults.Ok(Tagged(response, await fields.GetAsync(user.ToActor(), id, cancellationToken)));

    private static async Task<Created<CustomerField>> CreateAsync(
        [FromServices] CustomerFieldService fields, ClaimsPrincipal user, JsonBody<CustomerField> body, HttpResponse response, CancellationToken cancellationToken)
    {
        var field = Tagged(response, await fields.CreateAsync(user.ToActor(), await body.ReadAsync(cancellationToken), cancellationToken));
        return TypedResults.Created($"{ApiProblems.Prefix}/customer-fields/{field.Id}", field);
    }

    private static async Task<Ok<CustomerField>> UpdateAsync(
        [FromServices] CustomerFieldService fields, ClaimsPrincipal user, string id, JsonBody<CustomerField> body, HttpContext context, CancellationToken cancellationToken)
    {
        var ifMatch = EntityTag.DemandIfMatch(context.Request);
        var field = await body.ReadAsync(cancellationToken);
        return TypedResults.Ok(Tagged(context.Response, await fields.UpdateAsync(user.ToActor(), id, field with { Id = id }, ifMatch, cancellationToken)));
    }

    private static async Task<NoContent> DeleteAsync(
        [FromServices] CustomerFieldService fields, ClaimsPrincipal user, string id, HttpRequest request, CancellationToken cancellationToken)
    {
        await fields.DeleteAsync(user.ToActor(), id, EntityTag.DemandIfMatch(request), cancellationToken);
        return TypedResults.NoContent();
    }

    private static CustomerField Tagged(HttpResponse response, StoredField stored)
    {
        response.Headers.ETag = EntityTag.Quote(stored.Tag);
        return stored.Field;
    }
}

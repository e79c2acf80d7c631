using System.Security.Claims;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary><c>/api/v1/customers</c>: the customers themselves, masked unless the key may see personal values.</summary>
public static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/customers").WithTags("Customers");
        group.MapGet("/", ListAsync).WithName("listCustomers").Demands(Operation.ReadCustomers).Problems(400, 403)
            .WithSummary("Find customers").WithDescription("By anything of them, the best hits first; without a search the last updated first. Phones, e-mails, accounts and visitor ids are masked unless the key also has customers:reveal. At most 200 pages.");
        group.MapGet("/{id}", GetAsync).WithName("getCustomer").Demands(Operation.ReadCustomers).Produces(304).Problems(403, 404)
            .WithSummary("Read a customer").WithDescription("Its ETag is what a change sends as If-Match. The id of a merged customer answers with the survivor. Masked unless the key also has customers:reveal.");
        group.MapPost("/", CreateAsync).WithName("createCustomer").Demands(Operation.WriteCustomers).Problems(400, 403, 409, 413, 415)
            .WithSummary("Add a customer").WithDescription("Everything that is wrong with it is listed at once.");
        group.MapPut("/{id}", UpdateAsync).WithName("updateCustomer").Demands(Operation.WriteCustomers).Problems(400, 403, 404, 412, 413, 415, 428)
            .WithSummary("Change a customer").WithDescription("Replaces it; members left out have their default. A masked value sent back as it was read stands for the stored one.");
        group.MapDelete("/{id}", DeleteAsync).WithName("deleteCustomer").Demands(Operation.DeleteCustomers).Problems(400, 403, 404, 412, 428)
            .WithSummary("Delete a customer").WithDescription("It can be restored for 30 days and is erased then; with erase=true it is erased at once, for good, and the audit keeps only its id.");
    }

    private static async Task<Ok<CustomerListAnswer>> ListAsync(
        [FromServices] CustomerSearchService search, [FromServices] CustomerService customers, ClaimsPrincipal user, [AsParameters] CustomerListParams query,
        CancellationToken cancellationToken)
    {
        var page = await search.SearchAsync(user.ToActor(), query.Read(), cancellationToken);
        var catalog = await customers.CatalogAsync(user.ToActor(), cancellationToken);
        return TypedResults.Ok(new CustomerListAnswer([.. page.Items.Select(item => CustomerWireMapping.ToBody(item, catalog))], page.Next));
    }

    private static async Task<Results<Ok<CustomerBody>, StatusCodeHttpResult>> GetAsync(
        [FromServices] CustomerService customers, ClaimsPrincipal user, string id, HttpContext context, CancellationToken cancellationToken)
    {
        var stored = await customers.GetAsync(user.ToActor(), CustomerWireMapping.PathId(id), cancellationToken);
        if (stored.DeletedAt is not null)
        {
            throw new NotFoundException($"The customer {id} is deleted; it can be restored on the page of customers for 30 days.");
        }

        context.Response.Headers.ETag = EntityTag.Quote(stored.Tag);
        var body = CustomerWireMapping.ToBody(stored, await customers.CatalogAsync(user.ToActor(), cancellationToken));
        return EntityTag.IsKnown(context.Request, stored.Tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Ok(body);
    }

    private static async Task<Created<CustomerBody>> CreateAsync(
        [FromServices] CustomerService customers, ClaimsPrincipal user, JsonBody<CustomerBody> body, HttpContext context, CancellationToken cancellationToken)
    {
        var given = await body.ReadAsync(cancellationToken);
        var stored = await customers.CreateAsync(
            user.ToActor(), CustomerWireMapping.ToCustomer(given), CustomerWireMapping.ReadId(given.Id), cancellationToken);
        var answer = await AnswerAsync(customers, user, stored, context, cancellationToken);
        return TypedResults.Created($"{ApiProblems.Prefix}/customers/{answer.Id}", answer);
    }

    private static async Task<Ok<CustomerBody>> UpdateAsync(
        [FromServices] CustomerService customers, ClaimsPrincipal user, string id, JsonBody<CustomerBody> body, HttpContext context, CancellationToken cancellationToken)
    {
        var ifMatch = EntityTag.DemandIfMatch(context.Request);
        var number = CustomerWireMapping.PathId(id);
        var given = await body.ReadAsync(cancellationToken);
        if (CustomerWireMapping.ReadId(given.Id) is { } own && own != number)
        {
            throw new InvalidException([new Finding("id", FindingCodes.NotAllowed, "An id cannot change; send that of the address, or leave it out.")]);
        }

        var stored = await customers.UpdateAsync(user.ToActor(), number, CustomerWireMapping.ToCustomer(given), ifMatch, cancellationToken);
        return TypedResults.Ok(await AnswerAsync(customers, user, stored, context, cancellationToken));
    }

    private static async Task<NoContent> DeleteAsync(
        [FromServices] CustomerRemoval removal, ClaimsPrincipal user, string id, bool? erase, HttpRequest request, CancellationToken cancellationToken)
    {
        var ifMatch = EntityTag.DemandIfMatch(request);
        var number = CustomerWireMapping.PathId(id);
        await (erase == true
            ? removal.EraseAsync(user.ToActor(), number, ifMatch, cancellationToken)
            : removal.DeleteAsync(user.ToActor(), number, ifMatch, cancellationToken));
        return TypedResults.NoContent();
    }

    private static async Task<CustomerBody> AnswerAsync(
        CustomerService customers, ClaimsPrincipal user, StoredCustomer stored, HttpContext context, CancellationToken cancellationToken)
    {
        context.Response.Headers.ETag = EntityTag.Quote(stored.Tag);
        return CustomerWireMapping.ToBody(stored, await customers.CatalogForWritingAsync(user.ToActor(), cancellationToken));
    }
}

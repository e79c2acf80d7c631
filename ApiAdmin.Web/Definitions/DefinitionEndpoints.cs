using System.Security.Claims;
using System.Text.Json.Nodes;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Invocation.BuiltIn;
using ApiAdmin.Web.Shared.Rest;
using Mapster;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Definitions;

/// <summary><c>/api/v1/apis</c>: the stored API definitions in their portable form.</summary>
public static class DefinitionEndpoints
{
    public static void MapDefinitions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/apis").WithTags("APIs");
        group.MapGet("/", ListAsync).WithName("listApis").Demands(Operation.ReadApis).Problems(400, 403)
            .WithSummary("List APIs").WithDescription("One page, sorted and filtered. The total is counted to 1,001, which means more. With builtIn=true what is built in stands among them, with \"builtIn\": true in place of a status and of who changed it when; a filter by status or category leaves it out.");
        group.MapGet("/{key}", GetAsync).WithName("getApi").Demands(Operation.ReadApis).Produces(304).Problems(400, 403, 404)
            .WithSummary("Read an API").WithDescription("The draft in its portable form; its ETag is what a change sends as If-Match. What is built in is marked by \"builtIn\": true beside its members: it can be run, but neither changed nor deleted.");
        group.MapPost("/", CreateAsync).WithName("createApi").Demands(Operation.WriteApis).Problems(400, 403, 409, 413, 415)
            .WithSummary("Add an API").WithDescription("Takes a portable definition. Everything that is wrong with it is listed at once.");
        group.MapPut("/{key}", UpdateAsync).WithName("updateApi").Demands(Operation.WriteApis).Problems(400, 403, 404, 409, 412, 413, 415, 428)
            .WithSummary("Change an API").WithDescription("Replaces the draft; If-Match names the version it was made from. A key in the body that differs from the one in the address renames the API: Location tells the new address, the old one answers 404 from then on, 409 says that the new key belongs to another API. Its secrets stay with it; reports already kept stay under the old key.");
        group.MapDelete("/{key}", DeleteAsync).WithName("deleteApi").Demands(Operation.WriteApis).Problems(400, 403, 404, 409, 412, 428)
            .WithSummary("Delete an API").WithDescription("If-Match names the version that was looked at. The API goes to the trash, where people can restore it for 30 days; its key is free at once.");
    }

    private static async Task<Ok<PagedList<ApiItem>>> ListAsync(
        [FromServices] IDefinitionService definitions, [FromServices] BuiltInListing builtIns, ClaimsPrincipal user, [AsParameters] ApiListParams query,
        CancellationToken cancellationToken)
    {
        var (actor, (asked, withBuiltIn)) = (user.ToActor(), query.Read());
        if (withBuiltIn)
        {
            asked = asked with { BuiltIn = (await builtIns.AllAsync(actor, query.Request, cancellationToken)).ToValueList() };
        }

        var page = await definitions.ListAsync(actor, asked, cancellationToken);
        return TypedResults.Ok(new PagedList<ApiItem>(page.Items.Adapt<List<ApiItem>>(WireMapping.Config), page.Page, page.PageSize, page.Total));
    }

    private static async Task<Results<Ok<ApiDefinition>, JsonHttpResult<JsonObject>, StatusCodeHttpResult>> GetAsync(
        [FromServices] IDefinitionService definitions, [FromServices] BuiltInListing builtIns, ClaimsPrincipal user, string key, HttpContext context,
        CancellationToken cancellationToken)
    {
        var query = new QueryReader(context.Request, "version");
        var version = query.Number("version", 0, 1, int.MaxValue);
        query.DemandGood();
        var builtIn = await builtIns.FindAsync(user.ToActor(), key, context.Request, cancellationToken);
        var stored = builtIn is null ? await definitions.GetAsync(user.ToActor(), key, cancellationToken) : null;
        if (version > 0)
        {
            throw new NotFoundException(FormattableString.Invariant($"{key} has no published version {version}; leave version out to read the draft."));
        }

        if (stored is null)
        {
            context.Response.Headers.ETag = EntityTag.Quote(builtIn!.Tag);
            return EntityTag.IsKnown(context.Request, builtIn.Tag) ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Json(builtIn.Json);
        }

        Tag(context, stored);
        return EntityTag.IsKnown(context.Request, stored.Tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Ok(stored.Definition);
    }

    private static async Task<Created<ApiDefinition>> CreateAsync(
        [FromServices] IDefinitionService definitions, ClaimsPrincipal user, JsonBody<ApiDefinition> body, HttpContext context, CancellationToken cancellationToken)
    {
        var stored = await definitions.CreateAsync(user.ToActor(), await body.ReadAsync(Rules, cancellationToken), cancellationToken);
        Tag(context, stored);
        return TypedResults.Created(Address(stored), stored.Definition);
    }

    private static async Task<Ok<ApiDefinition>> UpdateAsync(
        [FromServices] IDefinitionService definitions, [FromServices] BuiltInListing builtIns, ClaimsPrincipal user, string key, JsonBody<ApiDefinition> body,
        HttpContext context, CancellationToken cancellationToken)
    {
        builtIns.DemandChangeable(key);
        var ifMatch = EntityTag.DemandIfMatch(context.Request);
        var definition = await body.ReadAsync(Rules, cancellationToken);
        var stored = await definitions.UpdateAsync(user.ToActor(), key, definition, ifMatch, cancellationToken);
        Tag(context, stored);
        context.Response.Headers.ContentLocation = Address(stored);
        if (stored.Definition.Key != key)
        {
            context.Response.Headers.Location = Address(stored);
        }

        return TypedResults.Ok(stored.Definition);
    }

    private static async Task<NoContent> DeleteAsync(
        [FromServices] IDefinitionService definitions, [FromServices] BuiltInListing builtIns, ClaimsPrincipal user, string key, HttpRequest request,
        CancellationToken cancellationToken)
    {
        builtIns.DemandChangeable(key);
        await definitions.DeleteAsync(user.ToActor(), key, EntityTag.DemandIfMatch(request), cancellationToken);
        return TypedResults.NoContent();
    }

    private static IEnumerable<Finding> Rules(ApiDefinition definition) => DefinitionValidator.Validate(definition).Findings;

    private static void Tag(HttpContext context, StoredApi stored) => context.Response.Headers.ETag = EntityTag.Quote(stored.Tag);

    private static string Address(StoredApi stored) => $"{ApiProblems.Prefix}/apis/{Uri.EscapeDataString(stored.Definition.Key)}";
}

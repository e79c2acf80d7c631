using System.Buffers;
using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Rest;

namespace ApiAdmin.Web.Customers;

/// <summary>
/// <c>/api/v1/customers/query</c>: the internal query, straight from the request to the index and back; it is answered in routing, before
/// the middleware that pages need, and by delegates made once, without binding and without services of a request.
/// </summary>
internal sealed class CustomerQueryEndpoint(StraightGate gate, CustomerQueryService service, IAuthorizer authorizer)
{
    public const string CountHeader = "X-Match-Count";

    private const int UsualSize = 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        const string Text = "All that is given must belong to the same customer; blank counts as not given. Nobody found, or nothing given, is null. Of several who fit the last updated answers, and X-Match-Count tells how many they are.";
        var straight = ActivatorUtilities.CreateInstance<CustomerQueryEndpoint>(routes.ServiceProvider);
        var group = routes.MapGroup("/customers/query").WithTags("Customers").WithMetadata(new DemandsAttribute(Operation.QueryCustomers));
        group.ShortCircuit();
        group.MapGet("/", ([AsParameters] CustomerQueryParams _) => Results.Empty).AnsweredBy(straight.GetAsync)
            .WithName("queryCustomer").Produces<CustomerAnswer>().Problems(403).WithSummary("Customer query").WithDescription(Text);
        group.MapPost("/", () => Results.Empty).AnsweredBy(straight.PostAsync)
            .WithName("queryCustomerByBody").Produces<CustomerAnswer>().Accepts<CustomerQueryBody>("application/json", "application/x-www-form-urlencoded", "multipart/form-data")
            .Problems(400, 403, 413, 415).WithSummary("Customer query with a body").WithDescription(Text);
    }

    private async Task GetAsync(HttpContext context)
    {
        if (await gate.LetsInAsync(context))
        {
            await AnswerAsync(context, QueryRequest.Of(context.Request.Query));
        }
    }

    private async Task PostAsync(HttpContext context)
    {
        if (await gate.LetsInAsync(context))
        {
            await authorizer.DemandAsync(context.User.ToActor(), Operation.QueryCustomers, context.RequestAborted);
            await AnswerAsync(context, await QueryRequest.ReadBodyAsync(context.Request, context.RequestAborted));
        }
    }

    private async Task AnswerAsync(HttpContext context, CustomerQuery query)
    {
        var (response, aborted) = (context.Response, context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(UsualSize);
        var count = await service.AnswerAsync(context.User.ToActor(), query, buffer, aborted);
        response.ContentType = "application/json";
        response.ContentLength = buffer.WrittenCount;
        response.Headers[CountHeader] = count.ToString(CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(buffer.WrittenMemory, aborted);
    }
}

/// <summary>What a caller knows of a customer; at least one.</summary>
public sealed record CustomerQueryBody
{
    public string? Id { get; init; }

    public string? Tel { get; init; }

    public string? Email { get; init; }

    public string? ThirdAccountId { get; init; }

    public override string ToString() => "a customer query";
}

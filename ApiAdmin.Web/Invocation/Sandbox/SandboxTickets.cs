using System.Text.Json;

namespace ApiAdmin.Web.Invocation.Sandbox;

/// <summary><c>POST /tickets</c>: a back end that checks what it gets and says everything that is wrong.</summary>
internal static class SandboxTickets
{
    private static readonly string[] Priorities = ["low", "normal", "high"];

    private static int last = 5000;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/tickets", OpenAsync);

    private static async Task OpenAsync(HttpContext context)
    {
        Ticket? ticket;
        try
        {
            ticket = await JsonSerializer.DeserializeAsync<Ticket>(context.Request.Body, SandboxAnswer.Json, context.RequestAborted);
        }
        catch (JsonException exception)
        {
            await RefuseAsync(context, [$"The body is not the JSON expected: {exception.Message}"]);
            return;
        }

        var errors = Errors(ticket).ToArray();
        if (errors.Length > 0)
        {
            await RefuseAsync(context, errors);
            return;
        }

        var id = $"T-{Interlocked.Increment(ref last)}";
        context.Response.Headers.Location = $"/tickets/{id}";
        await SandboxAnswer.JsonAsync(context, StatusCodes.Status201Created, new
        {
            ret_code = SandboxShop.Ok,
            ret_msg = "ok",
            ticket = new { id, customerId = ticket!.CustomerId, subject = ticket.Subject, priority = ticket.Priority ?? "normal", status = "open" },
        });
    }

    private static IEnumerable<string> Errors(Ticket? ticket)
    {
        if (!Array.Exists(SandboxData.Customers, c => c.Id == ticket?.CustomerId))
        {
            yield return "customerId must be the id of a customer.";
        }

        if (string.IsNullOrWhiteSpace(ticket?.Subject) || ticket.Subject.Length > 200)
        {
            yield return "subject must have 1 to 200 characters.";
        }

        if (ticket?.Priority is { } priority && !Priorities.Contains(priority))
        {
            yield return "priority must be low, normal or high.";
        }
    }

    private static Task RefuseAsync(HttpContext context, string[] errors) => SandboxAnswer.JsonAsync(
        context, StatusCodes.Status422UnprocessableEntity, new { ret_code = "400001", ret_msg = string.Join(' ', errors), errors });

    private sealed record Ticket(string? CustomerId, string? Subject, string? Priority);
}

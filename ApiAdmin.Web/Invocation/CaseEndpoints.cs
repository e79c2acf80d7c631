using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation.Cases;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Invocation;

/// <summary>The saved test cases of an API, run for a build server.</summary>
public static class CaseEndpoints
{
    private enum Format { Json, Junit }

    public static void MapCases(this IEndpointRouteBuilder routes) =>
        routes.MapGroup("").WithTags("Invocations").MapPost("/apis/{key}/cases/run", RunAsync).WithName("runCases").Demands(Operation.TestApis)
            .Produces<CasesReport>(StatusCodes.Status200OK, "application/json", JUnitXml.MediaType).Problems(400, 403, 404)
            .WithSummary("Run the saved test cases of an API").WithDescription(
                "Runs every case of the stored draft, one after the other in their order, and answers 200 with what became of each, also when some failed: "
                + "look at failed. Each case is a run like any other and stands in the history. With Accept: application/xml or format=junit the answer "
                + "is JUnit XML. A sensitive output may be expected as •••, which any value meets.");

    private static async Task<IResult> RunAsync(
        [FromServices] ICaseService cases, string key, HttpContext context, CancellationToken cancellationToken, [FromQuery] string? format = null)
    {
        // Bound for the description only: the reader tells all that is wrong with the query at once.
        _ = format;
        var query = new QueryReader(context.Request, "format");
        var asked = query.Choice<Format>("format");
        query.DemandGood();
        var report = await cases.RunStoredAsync(context.User.ToActor(), [key], null, cancellationToken);
        return (asked ?? Accepted(context.Request)) == Format.Junit
            ? TypedResults.Bytes(JUnitXml.Write(report), $"{JUnitXml.MediaType}; charset=utf-8")
            : TypedResults.Ok(report);
    }

    /// <summary>RFC 9110, section 12.5.1; what asks for neither gets JSON.</summary>
    private static Format Accepted(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().Accept
            .Select(range => (Type: range.MediaType.Value, Quality: range.Quality ?? 1))
            .Where(range => range.Quality > 0)
            .OrderByDescending(range => range.Quality)
            .FirstOrDefault(range => range.Type is "application/json" or JUnitXml.MediaType or "text/xml" or "*/*" or "application/*");
        return preferred.Type is JUnitXml.MediaType or "text/xml" ? Format.Junit : Format.Json;
    }
}

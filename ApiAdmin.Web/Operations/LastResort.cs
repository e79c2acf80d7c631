using System.Diagnostics;
using ApiAdmin.Web.App;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// What nobody caught is a bug of ours: it is logged with an id, and the answer holds that id and nothing of the
/// exception; problem details for programs, a page for people.
/// </summary>
public sealed class LastResort(IProblemDetailsService problems, ILogger<LastResort> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var errorId = Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier;
        var badRequest = exception as BadHttpRequestException;
        httpContext.Response.StatusCode = badRequest?.StatusCode ?? StatusCodes.Status500InternalServerError;
        if (badRequest is null)
        {
            OperationsLog.RequestFailed(logger, httpContext.Request.Method, LogText.Safe(httpContext.Request.Path), errorId, exception);
        }

        if (Paths.ForPeople(httpContext.Request))
        {
            await new RazorComponentResult<ErrorPage>(new { ErrorId = errorId, Refused = badRequest is not null }).ExecuteAsync(httpContext);
            return true;
        }

        return await problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails =
            {
                Type = badRequest is null ? "urn:apiadmin:internal-error" : "urn:apiadmin:invalid",
                Title = badRequest is null ? "Something went wrong on our side" : "The request cannot be read",
                Detail = badRequest is null
                    ? $"The error is in the log under {errorId}. Try again; if it stays, give that id to whoever runs ApiAdmin."
                    : "Check method, headers and body of the request.",
                Extensions = { ["traceId"] = errorId },
            },
        });
    }
}

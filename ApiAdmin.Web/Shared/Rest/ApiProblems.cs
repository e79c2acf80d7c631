using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>
/// The one handler that turns whatever goes wrong under <c>/api/v1</c> into problem details: refusals of the services,
/// bodies the server itself refused, bare statuses of routing and rate limits, and bugs (500, without a word of the cause).
/// </summary>
public sealed class ApiProblems(RequestDelegate next, ILogger<ApiProblems> logger)
{
    public const string Prefix = "/api/v1";

    public async Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        try
        {
            await next(context);
            await ExplainStatusAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Abort();
        }
        catch (Exception exception) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, exception);
        }
    }

    private Task AnswerAsync(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case ProblemException problem:
                return ProblemWriter.WriteAsync(context, problem);
            case BadHttpRequestException bad:
                return ProblemWriter.WriteAsync(context, ProblemKind.Of(bad.StatusCode), bad.Message);
            default:
                logger.Failed(exception, context.GetEndpoint()?.DisplayName ?? "no endpoint", context.TraceIdentifier);
                return ProblemWriter.WriteAsync(
                    context, ProblemKind.Internal, "Something went wrong in ApiAdmin itself. Try again; if it stays, tell the operator the traceId.");
        }
    }

    private static Task ExplainStatusAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null || response.ContentLength > 0)
        {
            return Task.CompletedTask;
        }

        return ProblemWriter.WriteAsync(context, ProblemKind.Of(response.StatusCode), response.StatusCode switch
        {
            404 => $"There is nothing at {context.Request.Path}; /openapi/v1.json lists what there is.",
            405 => $"{context.Request.Method} is not possible here; possible: {response.Headers.Allow}.",
            429 => "This key sends too many requests; wait as long as Retry-After says.",
            403 => "The key's scopes do not reach this far; use a key with the scope that /openapi/v1.json names.",
            _ => "The request could not be carried out.",
        });
    }
}

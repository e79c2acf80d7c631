using System.Globalization;
using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>
/// The one handler that turns whatever goes wrong under <c>/api/v1</c> into problem details: refusals of the services,
/// bodies the server itself refused, bare statuses of routing and rate limits, and bugs (500, without a word of the cause).
/// </summary>
public sealed class ApiProblems(RequestDelegate next, EndpointDataSource endpoints, ILogger<ApiProblems> logger)
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
                if (problem is BusyException)
                {
                    context.Response.Headers.RetryAfter = "1";
                }
                else if (problem is TooManyException many)
                {
                    context.Response.Headers.RetryAfter = Math.Ceiling(many.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                return ProblemWriter.WriteAsync(context, problem);
            case BadHttpRequestException bad:
                return ProblemWriter.WriteAsync(context, ProblemKind.Of(bad.StatusCode), Framing(bad));
            default:
                logger.Failed(exception, context.GetEndpoint()?.DisplayName ?? "no endpoint", context.TraceIdentifier);
                return ProblemWriter.WriteAsync(
                    context, ProblemKind.Internal, "Something went wrong in ApiAdmin itself. Try again; if it stays, tell the operator the traceId.");
        }
    }

    /// <summary>What the server itself refuses while a body arrives. Its own words name no cure.</summary>
    private static string Framing(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => $"The body is larger than this server reads; send at most {RestLimits.LargestBody / 1024 / 1024} MiB.",
        StatusCodes.Status408RequestTimeout => "The body came too slowly; send it again over a better connection.",
        _ => "The body did not arrive as its headers announced it; check Content-Length and Transfer-Encoding, and send it again.",
    };

    private Task ExplainStatusAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted || response.StatusCode < 400 || response.ContentType is not null || response.ContentLength > 0)
        {
            return Task.CompletedTask;
        }

        if (response.StatusCode == StatusCodes.Status415UnsupportedMediaType)
        {
            // Routing's own refusal, by the media types that the endpoints say they take.
            return ProblemWriter.WriteAsync(context, BodyRefusedException.MediaType());
        }

        if (response.StatusCode == StatusCodes.Status404NotFound
            && AllowedMethods.Of(context.Request.Path, endpoints) is { Count: > 0 } allowed && !allowed.Contains(context.Request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = string.Join(", ", allowed);
        }

        return ProblemWriter.WriteAsync(context, ProblemKind.Of(response.StatusCode), response.StatusCode switch
        {
            404 => $"There is nothing at {Quoted.Text(context.Request.Path)}; /openapi/v1.json lists what there is.",
            405 => $"{context.Request.Method} is not possible here; possible: {string.Join(", ", [.. response.Headers.Allow])}.",
            429 => "This key sends too many requests; wait as long as Retry-After says.",
            403 => "The key's scopes do not reach this far; use a key with the scope that /openapi/v1.json names.",
            _ => "The request could not be carried out.",
        });
    }
}

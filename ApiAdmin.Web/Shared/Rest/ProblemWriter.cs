using System.Diagnostics;
using System.Text.Json;
using ApiAdmin.Core;

namespace ApiAdmin.Web.Shared.Rest;

/// <summary>Writes problem details; the only place that does.</summary>
public static class ProblemWriter
{
    public static Task WriteAsync(HttpContext context, ProblemException problem)
    {
        var kind = ProblemKind.Of(problem);
        var answer = Answer(context, kind, problem.Message) with { Errors = problem.Findings };
        if (problem is StaleException stale)
        {
            context.Response.Headers.ETag = EntityTag.Quote(stale.CurrentTag);
            answer = answer with { ChangedBy = stale.ChangedBy, ChangedAt = stale.ChangedAt };
        }

        return WriteAsync(context, answer);
    }

    public static Task WriteAsync(HttpContext context, ProblemKind kind, string detail) =>
        WriteAsync(context, Answer(context, kind, detail));

    private static ProblemAnswer Answer(HttpContext context, ProblemKind kind, string detail) => new()
    {
        Type = kind.Type,
        Title = kind.Title,
        Status = kind.Status,
        Detail = detail,
        TraceId = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier,
    };

    private static async Task WriteAsync(HttpContext context, ProblemAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = ProblemAnswer.MediaType;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, RestJson.Options);
        context.Response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }
}

using ApiAdmin.Core;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Invocation;

/// <summary>The whole body of a run as a file, for whoever ran it, while its spool file lives.</summary>
public static class BodyDownload
{
    public static string PathOf(string invocationId) => $"/download/invocations/{Uri.EscapeDataString(invocationId)}/body";

    public static void MapBodyDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/download/invocations/{id}/body", DownloadAsync).RequireAuthorization();

    // Always bytes to keep, never something a browser would show: an answer may be a page with scripts of its own.
    private static async Task DownloadAsync(string id, HttpContext context, [FromServices] ITestService tests, CancellationToken cancellationToken)
    {
        if (CurrentActor.Of(context.User) is not { } actor)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            var report = await tests.GetAsync(actor, id, cancellationToken);
            context.Response.ContentType = "application/octet-stream";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName(report)}\"";
            context.Response.Headers.CacheControl = "no-store";
            await WriteAsync(context.Response.Body, id, actor, tests, cancellationToken);
        }
        catch (NotFoundException) when (!context.Response.HasStarted)
        {
            context.Response.Headers.Remove("Content-Disposition");
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    // By windows, whatever its size: what reads them gives the body to nobody but the person who ran it.
    private static async Task WriteAsync(Stream to, string id, Core.Access.UserActor actor, ITestService tests, CancellationToken cancellationToken)
    {
        BodyWindow window;
        for (long offset = 0; ; offset += window.Bytes.Length)
        {
            window = await tests.ReadBodyAsync(actor, id, offset, cancellationToken);
            if (window.Bytes.IsEmpty)
            {
                return;
            }

            await to.WriteAsync(window.Bytes, cancellationToken);
        }
    }

    /// <summary>Only letters that mean nothing to any system; the kind by what the answer said it is.</summary>
    internal static string FileName(InvocationReport report)
    {
        var name = string.Concat(report.Api.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-'));
        var kind = report.Response?.MediaType switch
        {
            { } json when json.EndsWith("json", StringComparison.OrdinalIgnoreCase) => "json",
            { } xml when xml.EndsWith("xml", StringComparison.OrdinalIgnoreCase) => "xml",
            { } text when text.StartsWith("text/", StringComparison.OrdinalIgnoreCase) => "txt",
            _ => "bin",
        };
        return $"{(name.Length == 0 ? "response" : name)}.{kind}";
    }
}

using ApiAdmin.Core;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Web.Access;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Invocation;

/// <summary>The whole body of a run as a file, for whoever ran it, while its spool file lives.</summary>
public static class BodyDownload
{
    public static string PathOf(string invocationId) => $"/download/invocations/{Uri.EscapeDataString(invocationId)}/body";

    /// <summary>A larger picture is a download only.</summary>
    public const long LargestImage = 10 * 1024 * 1024;

    public static string ImagePathOf(string invocationId) => $"/download/invocations/{Uri.EscapeDataString(invocationId)}/image";

    public static void MapBodyDownload(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/download/invocations/{id}/body", DownloadAsync).RequireAuthorization();
        routes.MapGet("/download/invocations/{id}/image", ImageAsync).RequireAuthorization();
    }

    // The one answer of another system that a browser draws: points only, by their first bytes and not by what the answer
    // says of itself; the policy of every page forbids to sniff further.
    private static async Task ImageAsync(string id, HttpContext context, [FromServices] ITestService tests, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        if (CurrentActor.Of(context.User) is not { } actor)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            // A picture that fits the report is for whoever may read the report; a larger one for whoever ran it.
            var report = await tests.GetAsync(actor, id, cancellationToken);
            await using var body = report.Response is { Truncated: false } whole ? BodyContent.Of(whole) : await tests.OpenBodyAsync(actor, id, cancellationToken);
            await ShowAsync(context.Response, body.Stream, cancellationToken);
        }
        catch (ProblemException problem) when (problem is NotFoundException or AccessDeniedException && !context.Response.HasStarted)
        {
            // The status says it.
        }
    }

    private static async Task ShowAsync(HttpResponse response, Stream body, CancellationToken cancellationToken)
    {
        var head = new byte[RasterImage.Signature];
        var read = await body.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        if (RasterImage.Sniff(head.AsSpan(0, read)) is { } type && body.Length <= LargestImage)
        {
            response.StatusCode = StatusCodes.Status200OK;
            response.ContentType = type;
            response.ContentLength = body.Length;
            response.Headers.ContentDisposition = "inline; filename=\"picture\"";
            response.Headers.CacheControl = "no-store";
            body.Position = 0;
            await body.CopyToAsync(response.Body, cancellationToken);
        }
    }

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

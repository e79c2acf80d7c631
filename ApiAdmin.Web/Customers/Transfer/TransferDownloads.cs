using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Export;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace ApiAdmin.Web.Customers.Transfer;

/// <summary>Exports and the reports of imports for who is signed in.</summary>
public static class TransferDownloads
{
    public static string ReportPath(Guid import) => $"/download/customers/imports/{import:N}/report";

    public static void MapTransferDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/download/customers/export", ExportAsync).RequireAuthorization();
        routes.MapGet("/download/customers/imports/{id:guid}/report", ReportAsync).RequireAuthorization();
    }

    private static Task ExportAsync(HttpContext context, [FromServices] CustomerExportService export) => GuardAsync(context, actor =>
    {
        var format = context.Request.Query["format"] == "xlsx" ? ExportFormat.Xlsx : ExportFormat.Csv;
        return ExportFile.SendAsync(context, export, actor, ExportAddress.Read(context.Request.Query), format);
    });

    /// <summary>In the language of who downloads it.</summary>
    private static Task ReportAsync(
        Guid id, HttpContext context, [FromServices] CustomerImportService imports, [FromServices] IStringLocalizer<TransferTexts> texts) => GuardAsync(context, async actor =>
    {
        string[] heads = [texts["Report.Line"], texts["Report.Column"], texts["Report.Value"], texts["Report.Reason"]];

        // Whether there is one is known before the head of the answer is written.
        await using var report = await imports.OpenReportAsync(actor, id, context.RequestAborted);
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"import-report.csv\"";
        context.Response.Headers.CacheControl = "no-store";
        await imports.WriteReportAsync(actor, id, context.Response.Body, new ImportReportWords(heads, CoreSentences.Said), context.RequestAborted);
    });

    /// <summary>Refusals are bare statuses here; the status pages say them in words.</summary>
    private static async Task GuardAsync(HttpContext context, Func<Core.Access.UserActor, Task> send)
    {
        if (CurrentActor.Of(context.User) is not { } actor)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        try
        {
            await send(actor);
        }
        catch (ProblemException problem) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = problem switch { AccessDeniedException => 403, NotFoundException => 404, InvalidException => 400, _ => 503 };
        }
    }
}

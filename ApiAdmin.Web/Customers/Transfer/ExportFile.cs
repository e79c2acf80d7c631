using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Export;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Customers.Transfer;

/// <summary>An export as a download.</summary>
internal static class ExportFile
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static async Task SendAsync(HttpContext context, CustomerExportService export, Actor actor, CustomerSearch search, ExportFormat format)
    {
        var (response, stop) = (context.Response, context.RequestAborted);
        if (format == ExportFormat.Csv)
        {
            // The right is asked before the first byte is written, so a refusal still becomes an answer of its own.
            Head(response, "text/csv; charset=utf-8", "customers.csv");
            await export.ExportAsync(actor, search, format, response.Body, stop);
            return;
        }

        // A workbook's writer writes synchronously at its ends, and one that grows too long is to be a sentence, not half a file.
        await using var file = PrivateFiles.OpenTemporary();
        await export.ExportAsync(actor, search, format, file, stop);
        Head(response, Xlsx, "customers.xlsx");
        response.ContentLength = file.Length;
        file.Position = 0;
        await file.CopyToAsync(response.Body, stop);
    }

    private static void Head(HttpResponse response, string type, string name)
    {
        response.ContentType = type;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        response.Headers.CacheControl = "no-store";
    }
}

using System.Security.Claims;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Export;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Web.Access;
using ApiAdmin.Web.Customers.Transfer;
using ApiAdmin.Web.Shared.Rest;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace ApiAdmin.Web.Customers;

/// <summary><c>/api/v1/customers/import</c> and <c>/export</c>: many customers in and out as a stream.</summary>
public static class TransferEndpoints
{
    private const int MostProblems = 100;

    public static void MapCustomerTransfer(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/customers").WithTags("Customers");
        group.MapPost("/import", ImportAsync).WithName("importCustomers").Demands(Operation.ImportCustomers).Produces<ImportAnswer>()
            .Accepts<Stream>("text/csv", "*/*").Problems(400, 403, 413)
            .WithSummary("Import customers").WithDescription("The body is a CSV or XLSX file; delimiter, encoding and header are found out, and columns are taken by their names (those of an export, or common ones). The answer tells what became of the rows and why the first bad ones are bad; the good ones are in.");
        group.MapGet("/import/{id:guid}/report", ReportAsync).WithName("readImportReport").Demands(Operation.ImportCustomers).Produces<string>(200, "text/csv").Problems(403, 404)
            .WithSummary("Read an import's report").WithDescription("All its bad rows as CSV: line, column, value, reason.");
        group.MapGet("/export", ExportAsync).WithName("exportCustomers").Demands(Operation.ExportCustomers).Produces<string>(200, "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").Problems(400, 403)
            .WithSummary("Export customers").WithDescription("All customers, or those of a search, as CSV or XLSX, as import reads them. A cell that a spreadsheet would take for a formula has a ' in front, which import takes off.");
    }

    private static async Task<Ok<ImportAnswer>> ImportAsync(
        [FromServices] CustomerImportService imports, [FromServices] ImportProfileService profiles, ClaimsPrincipal user,
        [AsParameters] ImportParams query, HttpContext context)
    {
        var (actor, stop) = (user.ToActor(), context.RequestAborted);
        var wanted = query.Read();
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            // The import counts for itself, and further than other bodies may go.
            limit.MaxRequestBodySize = null;
        }

        var job = await imports.UploadAsync(actor, "REST", context.Request.Body, stop);
        try
        {
            var settings = await SettingsAsync(imports, profiles, actor, job, wanted, stop);
            var done = await imports.RunAsync(actor, job.Id, settings, wanted.DryRun, stop);
            return TypedResults.Ok(ImportAnswer.Of(done, await imports.ProblemsAsync(actor, job.Id, MostProblems, stop)));
        }
        catch (InvalidException)
        {
            await imports.DiscardAsync(actor, job.Id, CancellationToken.None);
            throw;
        }
    }

    private static async Task<ImportSettings> SettingsAsync(
        CustomerImportService imports, ImportProfileService profiles, KeyActor actor, ImportJob job, ImportWish wish, CancellationToken cancellationToken)
    {
        var detected = job.Settings;
        if (wish.Profile is { } name)
        {
            var kept = (await profiles.ListAsync(actor, cancellationToken)).FirstOrDefault(profile => profile.Name == name)
                ?? throw new InvalidException([new Finding("profile", FindingCodes.NotFound, $"There is no import profile {Quoted.Text(name)}.")]);
            detected = (await imports.PreviewAsync(actor, job.Id, kept.Settings with { Format = detected.Format }, cancellationToken)).Settings;
        }

        var formed = detected with { Delimiter = wish.Delimiter ?? detected.Delimiter, Charset = wish.Charset ?? detected.Charset };
        if (formed != detected)
        {
            formed = (await imports.PreviewAsync(actor, job.Id, formed, cancellationToken)).Settings;
        }

        return formed with { Match = wish.Match ?? formed.Match, WhenFound = wish.WhenFound ?? formed.WhenFound, WhenMissing = wish.WhenMissing ?? formed.WhenMissing };
    }

    private static async Task<FileStreamHttpResult> ReportAsync(
        [FromServices] CustomerImportService imports, ClaimsPrincipal user, Guid id, CancellationToken cancellationToken) =>
        TypedResults.Stream(await imports.OpenReportAsync(user.ToActor(), id, cancellationToken), "text/csv; charset=utf-8", "report.csv");

    private static async Task ExportAsync(
        [FromServices] CustomerExportService export, ClaimsPrincipal user, [AsParameters] ExportParams query, HttpContext context)
    {
        var (search, format) = query.Read();
        await ExportFile.SendAsync(context, export, user.ToActor(), search, format);
    }
}

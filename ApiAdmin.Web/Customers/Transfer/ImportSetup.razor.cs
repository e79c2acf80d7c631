using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Core.Customers.Import;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Customers.Transfer;

/// <summary>How a file is read and what its columns are, with its first rows as they come out.</summary>
public sealed partial class ImportSetup
{
    private ImportSettings settings = new();
    private ImportPreview? preview;
    private IReadOnlyList<ImportTargetName> targets = [];
    private string? failure;

    [Inject]
    public required CustomerImportService Imports { get; init; }

    [Inject]
    public required CustomerService Customers { get; init; }

    [Parameter, EditorRequired]
    public required ImportJob Job { get; set; }

    [Parameter]
    public EventCallback<Start> OnStart { get; set; }

    protected override async Task OnInitializedAsync()
    {
        settings = Job.Settings;
        var catalog = await Customers.CatalogForWritingAsync(await ActorAsync(), Stopped);
        targets = [.. ImportTargets.Of(catalog).Select(target => new ImportTargetName(target, catalog.FieldsById.GetValueOrDefault(target)?.Title))];
        await ReadAsync(settings);
    }

    private async Task ReadAsync(ImportSettings changed)
    {
        try
        {
            (settings, failure) = (changed with { Format = Job.Settings.Format }, null);
            preview = await Imports.PreviewAsync(await ActorAsync(), Job.Id, settings, Stopped);
            settings = preview.Settings;
        }
        catch (ProblemException problem)
        {
            (failure, preview) = (problem.Message, null);
        }
    }

    public sealed record Start(ImportSettings Settings, bool DryRun);
}

/// <param name="Title">Of a customer field what its administrators call it; null for what every installation has.</param>
public sealed record ImportTargetName(string Target, string? Title);

using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Settings;

/// <summary>What customers can be marked with, in groups.</summary>
public sealed partial class TagsPage
{
    private IReadOnlyList<StoredTag>? entries;
    private string? failure;

    [Inject]
    public required TagService Tags { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        failure = null;
        try
        {
            entries = await Tags.ListAsync(await ActorAsync(), Stopped);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private async Task OpenAsync(StoredTag? stored)
    {
        var parameters = new DialogParameters<ListEntryDialog>
        {
            { dialog => dialog.Title, stored is null ? C["Tags.Add"].Value : stored.Label.Name },
            { dialog => dialog.Name, stored?.Label.Name ?? "" },
            { dialog => dialog.Group, stored?.Label.Group ?? "" },
            { dialog => dialog.Groups, entries!.Select(entry => entry.Label.Group).Distinct().ToList() },
            { dialog => dialog.Save, (group, name) => SaveAsync(stored, group, name) },
        };
        var dialog = await Dialogs.ShowAsync<ListEntryDialog>(null, parameters);
        await dialog.Result;
        await LoadAsync();
    }

    private async Task SaveAsync(StoredTag? stored, string group, string name)
    {
        var actor = await ActorAsync();
        _ = stored is null
            ? await Tags.CreateAsync(actor, new CustomerTag { Group = group, Name = name }, Stopped)
            : await Tags.UpdateAsync(actor, stored.Label.Id, stored.Label with { Group = group, Name = name }, stored.Tag, Stopped);
    }

    private async Task DeleteAsync(StoredTag stored)
    {
        try
        {
            var (actor, entry) = (await ActorAsync(), stored.Label);
            var count = await Tags.CountUsesAsync(actor, entry.Id, Stopped);
            if (await TypedConfirmation.AskAsync(Dialogs, C["Settings.DeleteTitle", entry.Name], C["Tags.DeleteText", count], entry.Id, C["Settings.Delete"]))
            {
                await Tags.DeleteAsync(actor, entry.Id, stored.Tag, Stopped);
                Snackbar.Add(C["Settings.Deleted", entry.Name], Severity.Success);
            }
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }

        await LoadAsync();
    }
}

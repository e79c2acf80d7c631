using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Settings;

/// <summary>The levels a VIP can have.</summary>
public sealed partial class LevelsPage
{
    private IReadOnlyList<StoredVipLevel>? entries;
    private string? failure;

    [Inject]
    public required VipLevelService Levels { get; init; }

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
            entries = await Levels.ListAsync(await ActorAsync(), Stopped);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private async Task OpenAsync(StoredVipLevel? stored)
    {
        var parameters = new DialogParameters<ListEntryDialog>
        {
            { dialog => dialog.Title, stored is null ? C["Levels.Add"].Value : stored.Level.Name },
            { dialog => dialog.Name, stored?.Level.Name ?? "" },
            { dialog => dialog.Save, (group, name) => SaveAsync(stored, name) },
        };
        var dialog = await Dialogs.ShowAsync<ListEntryDialog>(null, parameters);
        await dialog.Result;
        await LoadAsync();
    }

    private async Task SaveAsync(StoredVipLevel? stored, string name)
    {
        var actor = await ActorAsync();
        _ = stored is null
            ? await Levels.CreateAsync(actor, new VipLevel { Name = name }, Stopped)
            : await Levels.UpdateAsync(actor, stored.Level.Id, stored.Level with { Name = name }, stored.Tag, Stopped);
    }

    private async Task DeleteAsync(StoredVipLevel stored)
    {
        try
        {
            var (actor, entry) = (await ActorAsync(), stored.Level);
            var count = await Levels.CountUsesAsync(actor, entry.Id, Stopped);
            if (await TypedConfirmation.AskAsync(Dialogs, C["Settings.DeleteTitle", entry.Name], C["Levels.DeleteText", count], entry.Id, C["Settings.Delete"]))
            {
                await Levels.DeleteAsync(actor, entry.Id, stored.Tag, Stopped);
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

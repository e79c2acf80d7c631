using ApiAdmin.Core;
using ApiAdmin.Core.Definitions.Trash;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.Trash;

/// <summary>What was deleted, by whom, and how long it can still come back.</summary>
public sealed partial class TrashView
{
    private const int PageSize = 50;

    private PagedList<TrashedApi>? list;
    private string? failure;
    private int? shown;

    [Inject]
    public required IApiTrash Trash { get; init; }

    [Inject]
    public required TrashUndo Undo { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public int Page { get; set; }

    protected override void OnInitialized() => Undo.Restored += ReloadAsync;

    protected override async Task OnParametersSetAsync()
    {
        if (shown != Page)
        {
            shown = Page;
            await LoadAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Undo.Restored -= ReloadAsync;
        base.Dispose(disposing);
    }

    // A day that has begun counts: what says "1 day" is there for up to one more day.
    private int DaysLeft(TrashedApi api) => Math.Max(1, (int)Math.Ceiling((api.GoneAt - Time.GetUtcNow()).TotalDays));

    private async Task LoadAsync()
    {
        failure = null;
        try
        {
            list = await Trash.ListAsync(await ActorAsync(), Page, PageSize, Stopped);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    private Task ReloadAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private Task RestoreAsync(TrashedApi api) => Undo.RestoreAsync(api.Id, api.Key, api.Name);

    private async Task PurgeAsync(TrashedApi api)
    {
        if (!await TypedConfirmation.AskAsync(Dialogs, L["Trash.PurgeTitle", api.Name], L["Trash.PurgeText"], api.Key, L["Trash.Purge"]))
        {
            return;
        }

        try
        {
            await Trash.PurgeAsync(await ActorAsync(), api.Id, Stopped);
            Snackbar.Add(L["Trash.Purged", api.Name], Severity.Success);
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }

        await LoadAsync();
    }
}

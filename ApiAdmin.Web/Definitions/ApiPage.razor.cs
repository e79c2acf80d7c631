using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;
using ApiAdmin.Web.Definitions.Conflicts;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Definitions.Unsaved;
using ApiAdmin.Web.Invocation.Panel;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Grid;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace ApiAdmin.Web.Definitions;

/// <summary>Adds or edits one API: the form, and beside it the panel that runs it as it stands.</summary>
public sealed partial class ApiPage
{
    private readonly EditSession session = new();
    private TestPanel? panel;
    private Debounce? checking;
    private string? opened;
    private string? failure;
    private string? notice;
    private string? savedSince;
    private Conflict? conflict;
    private bool loading = true;
    private bool saving;
    private bool mayTest;

    [Inject]
    public required ApiPageServices Services { get; init; }

    [Inject]
    public required UnsavedKeeper Keeper { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    /// <summary>Null for a new API.</summary>
    [Parameter]
    public string? Key { get; set; }

    private string Address => $"/apis/{Uri.EscapeDataString(opened ?? "")}";

    protected override void OnInitialized()
    {
        checking = new Debounce(Time, TimeSpan.FromMilliseconds(300));
        session.Model.Changed += CheckLater;
        session.Model.Changed += Keeper.Later;
        Keeper.Changed += StateHasChanged;
    }

    protected override async Task OnParametersSetAsync()
    {
        if (opened is null || opened != (Key ?? ""))
        {
            await LoadAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        session.Model.Changed -= CheckLater;
        session.Model.Changed -= Keeper.Later;
        Keeper.Changed -= StateHasChanged;
        Keeper.Dispose();
        checking?.Dispose();
        base.Dispose(disposing);
    }

    private async Task LoadAsync()
    {
        (opened, loading, failure, notice, conflict) = (Key ?? "", true, null, null, null);
        Keeper.Close();
        try
        {
            var actor = await ActorAsync();
            mayTest = await CurrentActor.MayAsync(Operation.TestApis, Stopped);
            await Services.OfferAsync(actor, session, await CurrentActor.MayAsync(Operation.WriteApis, Stopped), Stopped);
            var stored = await OpenAsync(actor);
            if (session.MayWrite)
            {
                await Services.FollowAsync(Keeper, session, ActorAsync, Stopped);
                savedSince = Keeper.Restored is { } work && stored is not null && work.BaseTag != stored.Tag ? stored.UpdatedBy : null;
            }
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        finally
        {
            loading = false;
        }
    }

    private async Task<StoredApi?> OpenAsync(UserActor actor)
    {
        var stored = Key is null ? null : await Services.Definitions.GetAsync(actor, Key, Stopped);
        session.Open(stored);
        return stored;
    }

    private async Task DiscardAsync()
    {
        await Keeper.DiscardAsync();
        conflict = null;
        await OpenAsync(await ActorAsync());
    }

    private async Task SaveAsync()
    {
        if (saving || !session.MayWrite || loading || failure is not null)
        {
            return;
        }

        (saving, notice) = (true, null);
        var sent = session.Model.Current;
        try
        {
            var stored = await Services.SaveAsync(await ActorAsync(), session.Stored, sent, Stopped);
            session.Saved(stored);
            session.Complain([]);
            (conflict, opened) = (null, stored.Definition.Key);
            await Keeper.ForgetAsync();
            Keeper.Later();
            if (opened != Key)
            {
                Navigation.NavigateTo(Address, replace: true);
            }
        }
        catch (StaleException stale)
        {
            conflict = await Services.CompareAsync(await ActorAsync(), session, stale, Stopped);
        }
        catch (ProblemException problem)
        {
            session.Complain(problem.Findings);
            notice = problem.Findings.Count == 0 ? problem.Message : null;
        }
        finally
        {
            saving = false;
        }
    }

    /// <summary>Puts the choice on the page, on top of what the other saved; then saves when the person said so.</summary>
    private async Task ResolveAsync(ConflictChoice choice)
    {
        session.Rebase(conflict!.Theirs);
        session.Model.Show(choice.Definition);
        conflict = null;
        if (choice.Save)
        {
            await SaveAsync();
        }
    }

    private async Task ShortcutAsync(ShortcutEventArgs args)
    {
        switch (args.Name)
        {
            case "save": await SaveAsync(); break;
            case "run" when panel is not null: await panel.RunAsync(); break;
            case "cancel" when panel is not null: await panel.CancelAsync(); break;
        }
    }

    // Each change is checked after a pause, so that a mended field stops complaining by itself.
    private void CheckLater() =>
        _ = checking!.RunAsync(_ => InvokeAsync(() => session.Recheck(DefinitionValidator.Validate(session.Model.Current))));

    // The page's own move to the address of what was just saved asks nothing, even if somebody typed on meanwhile.
    private async Task GuardAsync(LocationChangingContext context)
    {
        if (!session.HasUnsaved || context.TargetLocation == Address)
        {
            return;
        }

        if (await LeaveDialog.AskAsync(Dialogs))
        {
            await Keeper.ForgetAsync();
        }
        else
        {
            context.PreventNavigation();
        }
    }
}

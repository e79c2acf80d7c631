using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Customers.List;
using ApiAdmin.Web.Customers.Trash;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Detail;

/// <summary>Everything about one customer, on one page, with the quick changes in place.</summary>
public sealed partial class CustomerDetailPage
{
    private CustomerRights rights = CustomerRights.None;
    private CustomerCatalog catalog = CustomerCatalog.Empty;
    private StoredCustomer? stored;
    private string? opened;
    private string? failure;
    private bool isRemarkUnsaved;

    [Inject]
    public required CustomerPageServices Services { get; init; }

    [Inject]
    public required OpenedCustomers Opened { get; init; }

    [Inject]
    public required RevealedHere Revealed { get; init; }

    [Inject]
    public required CustomerUndo Undo { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter]
    public required string Id { get; set; }

    private IReadOnlyList<PageHeader.Crumb> Parents => [new(C["List.Title"], CustomerAddress.List)];

    private bool MayWrite => rights.MayWrite && stored?.DeletedAt is null;

    private bool MayReveal => rights.MayReveal && stored is { IsMasked: true, DeletedAt: null };

    protected override void OnInitialized() => Undo.Restored += ReloadAsync;

    protected override async Task OnParametersSetAsync()
    {
        if (opened != Id)
        {
            (opened, stored) = (Id, null);
            await LoadAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Undo.Restored -= ReloadAsync;
        base.Dispose(disposing);
    }

    private async Task LoadAsync()
    {
        failure = null;
        try
        {
            rights = await CustomerRights.OfAsync(CurrentActor, Stopped);
            var actor = await ActorAsync();
            var id = CustomerWireMapping.PathId(Id);
            catalog = await Services.Customers.CatalogAsync(actor, Stopped);
            var found = await Services.Customers.GetAsync(actor, id, Stopped);
            Revealed.Only(found.Id);
            stored = rights.MayReveal ? Revealed.Seen(found) : found;
            if (found.DeletedAt is null)
            {
                Opened.Note(actor, found.Id);
            }

            if (found.Id != id)
            {
                // It was merged: the survivor has an address of its own.
                Navigation.NavigateTo(CustomerAddress.Of(found.Id), replace: true);
            }
        }
        catch (ProblemException problem)
        {
            (failure, stored) = (problem.Message, null);
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            // The page was left.
        }
    }

    /// <summary>What a part of the page saved or revealed; what was revealed before stays so.</summary>
    private void Show(StoredCustomer changed)
    {
        stored = Revealed.Seen(changed);
        if (!changed.IsMasked && rights is { SeesValues: false })
        {
            Revealed.Keep(changed);
        }
    }

    private Task ReloadAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });

    private async Task GuardAsync(LocationChangingContext context)
    {
        if (isRemarkUnsaved && !await LeaveDialog.AskAsync(Dialogs))
        {
            context.PreventNavigation();
        }
    }
}

using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Customers.Detail;
using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Grid;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Edit;

/// <summary>Adds or edits one customer. Who sees masks edits the rest: a mask that is left alone stands for what is stored.</summary>
public sealed partial class CustomerEditPage
{
    private CustomerEdit? edit;
    private CustomerConflict? conflict;
    private string? opened;
    private string? failure;
    private string? notice;
    private bool isSaved;
    private bool saving;

    [Inject]
    public required CustomerService Customers { get; init; }

    [Inject]
    public required RevealedHere Revealed { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    /// <summary>Null for a new customer.</summary>
    [Parameter]
    public string? Id { get; set; }

    [SupplyParameterFromQuery(Name = "nick")]
    public string? NickInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "phone")]
    public string? PhoneInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "email")]
    public string? EmailInAddress { get; set; }

    private string Title => Id is null ? C["Edit.New"] : edit?.Stored?.Customer.Nick ?? C["Detail.Title"];

    private string Back => edit?.Stored is { } stored ? CustomerAddress.Of(stored.Id) : CustomerAddress.List;

    private IReadOnlyList<PageHeader.Crumb> Parents => edit?.Stored is { } stored
        ? [new(C["List.Title"], CustomerAddress.List), new(stored.Customer.Nick, CustomerAddress.Of(stored.Id))]
        : [new(C["List.Title"], CustomerAddress.List)];

    /// <summary>A new customer with what was searched for in its place.</summary>
    private Customer Begun => new()
    {
        Nick = NickInAddress ?? "",
        Phones = string.IsNullOrWhiteSpace(PhoneInAddress) ? [] : [PhoneInAddress],
        Emails = string.IsNullOrWhiteSpace(EmailInAddress) ? [] : [EmailInAddress],
    };

    protected override async Task OnParametersSetAsync()
    {
        if (opened is null || opened != (Id ?? ""))
        {
            opened = Id ?? "";
            await LoadAsync();
            await Js.InvokeVoidAsync("apiAdmin.focusOn", Stopped, "customer-nick");
        }
    }

    private async Task LoadAsync()
    {
        (failure, notice, conflict, isSaved, edit) = (null, null, null, false, null);
        try
        {
            var actor = await ActorAsync();
            var catalog = await Customers.CatalogForWritingAsync(actor, Stopped);
            var stored = Id is null ? null : await Customers.GetAsync(actor, CustomerWireMapping.PathId(Id), Stopped);
            if (stored is { DeletedAt: not null })
            {
                throw new NotFoundException($"There is no customer {stored.Id}. It may have been deleted; search for the name or number.");
            }

            Open(stored is null ? null : Revealed.Seen(stored), catalog);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private void Open(StoredCustomer? stored, CustomerCatalog catalog)
    {
        edit = new CustomerEdit(stored, stored?.Customer ?? Begun, catalog);
        if (stored is null)
        {
            // An empty row each, to type into at once.
            edit.Change(customer => customer with
            {
                Phones = customer.Phones.Count == 0 ? [""] : customer.Phones, Emails = customer.Emails.Count == 0 ? [""] : customer.Emails,
            });
        }

        edit.Changed += StateHasChanged;
    }

    private async Task SaveAsync()
    {
        if (saving || edit is null)
        {
            return;
        }

        (saving, notice) = (true, null);
        try
        {
            var (actor, sent) = (await ActorAsync(), edit.Send());
            var saved = edit.Stored is { } stored
                ? await Customers.UpdateAsync(actor, stored.Id, sent, stored.Tag, Stopped)
                : await Customers.CreateAsync(actor, sent, null, Stopped);
            isSaved = true;
            Navigation.NavigateTo(CustomerAddress.Of(saved.Id), replace: Id is null);
        }
        catch (StaleException stale)
        {
            await CompareAsync(stale);
        }
        catch (ProblemException problem)
        {
            edit.Complain(problem.Findings);
            notice = problem.Findings.Count == 0 ? problem.Message : null;
            // Drawn first: the browser looks for the field that is marked as wrong.
            StateHasChanged();
            await Js.InvokeVoidAsync("apiAdmin.jumpTo", Stopped, "customer-form");
        }
        finally
        {
            saving = false;
        }
    }

    private async Task CompareAsync(StaleException stale)
    {
        try
        {
            var theirs = Revealed.Seen(await Customers.GetAsync(await ActorAsync(), edit!.Stored!.Id, Stopped));
            conflict = new CustomerConflict(stale, edit.Opened, edit.Current, theirs, new CustomerParts(edit.Catalog, C));
        }
        catch (ProblemException problem)
        {
            notice = problem.Message;
        }
    }

    /// <summary>Puts the choice into the form, on top of what the other saved; then saves when the person said so.</summary>
    private async Task ResolveAsync((Customer Chosen, bool Save) choice)
    {
        edit!.Rebase(conflict!.Theirs, choice.Chosen);
        edit.Complain([]);
        conflict = null;
        if (choice.Save)
        {
            await SaveAsync();
        }
    }

    private Task ShortcutAsync(ShortcutEventArgs args) => args.Name == "save" ? SaveAsync() : Task.CompletedTask;

    private async Task GuardAsync(LocationChangingContext context)
    {
        if (!isSaved && edit is { IsDirty: true } && !await LeaveDialog.AskAsync(Dialogs))
        {
            context.PreventNavigation();
        }
    }
}

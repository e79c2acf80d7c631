using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Customers.Merging;

/// <summary>Two customers side by side: which one stays, what of the other is kept, and what goes.</summary>
public sealed partial class CustomerMergePage
{
    /// <summary>Kept of both, whoever stays.</summary>
    private static readonly HashSet<string> Joined = new(StringComparer.Ordinal) { "phones", "emails", "accounts", "visitorIds", "tags", "remark" };

    private StoredCustomer[]? pair;
    private StoredCustomer? survivor;
    private CustomerParts? parts;
    private string? failure;
    private string? opened;
    private bool busy;

    [Inject]
    public required CustomerService Customers { get; init; }

    [Inject]
    public required CustomerMerging Merging { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter]
    public required string Id { get; set; }

    [Parameter]
    public required string Other { get; set; }

    private StoredCustomer Gone => pair!.Single(customer => customer.Id != survivor!.Id);

    private IReadOnlyList<PageHeader.Crumb> Parents => pair is null
        ? [new(C["List.Title"], CustomerAddress.List)]
        : [new(C["List.Title"], CustomerAddress.List), new(pair[0].Customer.Nick, CustomerAddress.Of(pair[0].Id))];

    protected override async Task OnParametersSetAsync()
    {
        if (opened != $"{Id}/{Other}")
        {
            opened = $"{Id}/{Other}";
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        (failure, pair) = (null, null);
        try
        {
            var actor = await ActorAsync();
            parts = new CustomerParts(await Customers.CatalogAsync(actor, Stopped), C);
            var first = await Customers.GetAsync(actor, CustomerWireMapping.PathId(Id), Stopped);
            var second = await Customers.GetAsync(actor, CustomerWireMapping.PathId(Other), Stopped);
            if (first.Id == second.Id)
            {
                failure = C["Merge.Same"];
                return;
            }

            (pair, survivor) = ([first, second], first);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    /// <summary>Whether the customer's side of it is in what comes out.</summary>
    private bool Stays(CustomerPart part, StoredCustomer customer)
    {
        if (part.Text(customer.Customer) is not { } text)
        {
            return false;
        }

        var kept = part.Text(survivor!.Customer);
        return customer == survivor || kept is null || kept == text || Joined.Contains(part.Name) || (part.Name == "blacklisted" && customer.Customer.Blacklisted);
    }

    private async Task MergeAsync()
    {
        if (busy || survivor is null)
        {
            return;
        }

        var (kept, gone) = (survivor, Gone);
        if (!await TypedConfirmation.AskAsync(Dialogs, C["Merge.Ask", gone.Customer.Nick, kept.Customer.Nick], C["Merge.AskText"], CustomerAddress.Text(gone.Id), C["Merge.Button"]))
        {
            return;
        }

        busy = true;
        try
        {
            var united = await Merging.MergeAsync(await ActorAsync(), kept.Id, gone.Id, kept.Tag, Stopped);
            Snackbar.Add(C["Merge.Done"], Severity.Success);
            Navigation.NavigateTo(CustomerAddress.Of(united.Id));
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
            await LoadAsync();
        }
        finally
        {
            busy = false;
        }
    }
}

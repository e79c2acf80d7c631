using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Customers.List;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Customers.Trash;

/// <summary>Which customers were deleted, by whom, and how long they can still come back.</summary>
public sealed partial class CustomerTrash
{
    private const int PageSize = 50;

    private PagedList<DeletedCustomer>? list;
    private string? failure;
    private int? shown;

    [Inject]
    public required CustomerRemoval Removal { get; init; }

    [Inject]
    public required CustomerErasing Erasing { get; init; }

    [Inject]
    public required CustomerUndo Undo { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public int Page { get; set; }

    [Parameter, EditorRequired]
    public bool MayErase { get; set; }

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
    private int DaysLeft(DeletedCustomer customer) =>
        Math.Max(1, (int)Math.Ceiling((customer.DeletedAt + CustomerRetention.Deleted - Time.GetUtcNow()).TotalDays));

    private void GoTo(int page) => Navigation.NavigateTo($"/customers?view={CustomerListQuery.Trash}&page={page}");

    private async Task LoadAsync()
    {
        failure = null;
        try
        {
            list = await Removal.ListDeletedAsync(await ActorAsync(), Page, PageSize, Stopped);
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

    private async Task EraseAsync(DeletedCustomer customer)
    {
        if (await Erasing.AskAndEraseAsync(customer.Id, customer.Nick, Stopped))
        {
            await LoadAsync();
        }
    }
}

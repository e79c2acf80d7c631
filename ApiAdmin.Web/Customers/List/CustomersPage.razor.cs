using System.Globalization;
using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Customers.Trash;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.Customers.List;

/// <summary>
/// Finds anyone by anything. What is typed is looked for at once and written into the address beside it, so that no round trip to the
/// browser stands between a keystroke and its hits; another address loads what it says.
/// </summary>
public sealed partial class CustomersPage
{
    private const string SearchId = "customer-search";
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(150);

    private readonly Queue<CustomerListQuery> written = [];
    private Debounce? typing;
    private CancellationTokenSource? older;
    private Task loading = Task.CompletedTask;
    private CustomerListQuery shown = new();
    private CustomerRights rights = CustomerRights.None;
    private CustomerCatalog catalog = CustomerCatalog.Empty;
    private IReadOnlyList<StoredCustomer> items = [];
    private IReadOnlyList<StoredCustomer> opened = [];
    private IReadOnlyList<StoredCustomer>? callers;
    private CustomerPage? found;
    private MatchMarks marks = MatchMarks.None;
    private string? search;
    private string? failure;
    private string? tel;
    private int? total;
    private int active;
    private bool isLoaded;
    private bool isBusy;

    [Inject]
    public required CustomerPageServices Services { get; init; }

    [Inject]
    public required CustomerPageTrail Trail { get; init; }

    [Inject]
    public required CustomerUndo Undo { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<CustomersPage> Logger { get; init; }

    private bool InTrash => rights.MayDelete && string.Equals(ViewInAddress, CustomerListQuery.Trash, StringComparison.OrdinalIgnoreCase);

    /// <summary>The row that Enter opens; none is chosen before somebody searched or moved.</summary>
    private StoredCustomer? Active => active >= 0 && active < items.Count ? items[active] : null;

    private string CountText => InTrash || total is null || failure is not null ? "" : total >= PagedList<StoredCustomer>.CountedTo
        ? C["List.ManyCount"]
        : total == 1 ? C["List.OneCount"] : C["List.Count", total.Value.ToString("N0", CultureInfo.CurrentCulture)];

    protected override async Task OnInitializedAsync()
    {
        typing = new Debounce(Time, SearchPause);
        Undo.Restored += ReloadAsync;
        (shown, search) = (Query, Query.Search);
        rights = await CustomerRights.OfAsync(CurrentActor, Stopped);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (!string.IsNullOrWhiteSpace(TelInAddress))
        {
            await PopAsync(TelInAddress);
            return;
        }

        if (InTrash)
        {
            // The list comes anew when the trash is left: somebody may be back in it.
            isLoaded = false;
            return;
        }

        var address = Query;
        if (IsOwn(address) || (isLoaded && callers is null && address == shown))
        {
            return;
        }

        (shown, search, tel) = (address, address.Search, null);
        await LoadAsync(address);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Js.InvokeVoidAsync("apiAdmin.focusOn", Stopped, SearchId);
        }
    }

    protected override void Dispose(bool disposing)
    {
        Undo.Restored -= ReloadAsync;
        typing?.Dispose();
        older?.Cancel();
        older?.Dispose();
        older = null;
        base.Dispose(disposing);
    }

    /// <summary>Addresses come back from the browser one by one, some after the next was typed: those are known already.</summary>
    private bool IsOwn(CustomerListQuery address)
    {
        if (!written.Contains(address))
        {
            written.Clear();
            return false;
        }

        while (written.Dequeue() != address)
        {
        }

        return true;
    }

    private Task SearchAsync(string? text)
    {
        search = text;
        return typing!.RunAsync(_ => ShowAsync(Typed));
    }

    private CustomerListQuery Typed => shown.FirstPage with { Search = string.IsNullOrWhiteSpace(search) ? null : search };

    private Task ShowAsync(CustomerListQuery query)
    {
        if (query == shown && callers is null)
        {
            return Task.CompletedTask;
        }

        (shown, tel) = (query, null);
        written.Enqueue(query);
        Navigation.NavigateTo(query.Address(Navigation), replace: true);
        return LoadAsync(query);
    }

    private Task LoadAsync(CustomerListQuery query)
    {
        older?.Cancel();
        older?.Dispose();
        older = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        return loading = ReadAsync(query, older.Token);
    }

    private async Task ReadAsync(CustomerListQuery query, CancellationToken cancellationToken)
    {
        (isBusy, failure) = (true, null);
        StateHasChanged();
        try
        {
            var actor = await ActorAsync();
            catalog = await Services.Customers.CatalogAsync(actor, cancellationToken);
            var page = await Services.Search.SearchAsync(actor, query.ToSearch(), cancellationToken);
            opened = query.IsAll ? await Services.OpenedAsync(actor, cancellationToken) : [];
            (found, items, callers, isLoaded) = (page, page.Items, null, true);
            Trail.Keep(query, page.Next);
            (total, marks, active) = (page.Total ?? (query.Page > 1 ? total : null), MatchMarks.Of(query.Search), query.Search is null ? -1 : 0);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && (e is OperationCanceledException or ProblemException))
        {
            // A newer query, or the page, took its place.
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            CustomerPagesLog.ListFailed(Logger, exception);
            failure = C["List.Failed"];
        }
        finally
        {
            isBusy = isBusy && cancellationToken.IsCancellationRequested;
        }
    }

    /// <summary>The phone rings: the only customer of the number is opened, several are listed, for nobody a new one is begun.</summary>
    private async Task PopAsync(string number)
    {
        if (number == tel)
        {
            return;
        }

        tel = number;
        try
        {
            var actor = await ActorAsync();
            var who = await Services.Callers.FindAsync(actor, number, Stopped);
            if (who.Count == 1 || (who.Count == 0 && rights.MayWrite))
            {
                Navigation.NavigateTo(who.Count == 1 ? CustomerAddress.Of(who[0].Id) : CustomerAddress.New(number, fromPop: true), replace: true);
                return;
            }

            catalog = await Services.Customers.CatalogAsync(actor, Stopped);
            (callers, items, found, marks, total, isLoaded) = (who, who, null, MatchMarks.Of(number), who.Count, true);
            active = who.Count > 0 ? 0 : -1;
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs args)
    {
        switch (args.Key)
        {
            case "ArrowDown" when items.Count > 0: await MoveAsync(Math.Min(active + 1, items.Count - 1)); break;
            case "ArrowUp" when items.Count > 0: await MoveAsync(Math.Max(active - 1, 0)); break;
            case "Enter": await OpenAsync(); break;
        }
    }

    private ValueTask MoveAsync(int to)
    {
        active = to;
        return Js.InvokeVoidAsync("apiAdmin.reveal", Stopped, CustomerTable.RowId(items[to]));
    }

    /// <summary>Who types fast opens what the whole text finds, not what its beginning found.</summary>
    private async Task OpenAsync()
    {
        if (typing!.IsPending)
        {
            typing.Cancel();
            _ = ShowAsync(Typed);
        }

        await loading;
        if ((Active ?? (items.Count > 0 ? items[0] : null)) is { } customer && failure is null && (callers is not null || search is not null || active >= 0))
        {
            Navigation.NavigateTo(CustomerAddress.Of(customer.Id));
        }
    }

    private Task ReloadAsync() => InvokeAsync(async () =>
    {
        if (!InTrash)
        {
            await LoadAsync(shown);
            StateHasChanged();
        }
    });
}

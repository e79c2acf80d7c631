using System.Globalization;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Personal;
using ApiAdmin.Web.Definitions.Trash;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Definitions.List;

/// <summary>All APIs. Search, filters, order and page live in the address; the address alone decides what is loaded.</summary>
public sealed partial class ApiListPage
{
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(200);

    private Debounce? typing;
    private CancellationTokenSource? loading;
    private PagedList<ApiSummary>? list;
    private ApiCategories categories = ApiCategories.Empty;
    private IReadOnlyList<ApiSummary> recent = [];
    private HashSet<string> starred = [];
    private (ApiListQuery Query, bool InTrash)? shown;
    private string? search;
    private string? failure;
    private bool mayWrite;

    [Inject]
    public required IDefinitionService Definitions { get; init; }

    [Inject]
    public required ILogger<ApiListPage> Logger { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IPersonalApis Personal { get; init; }

    [Inject]
    public required TrashUndo Undo { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [SupplyParameterFromQuery(Name = "search")]
    public string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? StatusInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "category")]
    public string? CategoryInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "view")]
    public string? ViewInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? PageInAddress { get; set; }

    private ApiListQuery Query =>
        ApiListAddress.Read(SearchInAddress, StatusInAddress, CategoryInAddress, SortInAddress, PageInAddress, ViewInAddress);

    private bool InTrash => mayWrite && string.Equals(ViewInAddress, ApiListAddress.Trash, StringComparison.OrdinalIgnoreCase);

    private bool IsFiltered => Query.Search is not null || Query.Status is not null || Query.Category is not null || Query.FavouritesOnly;

    private string CountText => list switch
    {
        null => "",
        { Total: >= PagedList<ApiSummary>.CountedTo } => L["List.ManyCount"],
        _ => L["List.Count", list.Total.ToString("N0", CultureInfo.CurrentCulture)],
    };

    protected override async Task OnInitializedAsync()
    {
        typing = new Debounce(Time, SearchPause);
        Undo.Restored += ReloadAsync;
        mayWrite = await CurrentActor.MayAsync(Operation.WriteApis, Stopped);
    }

    protected override async Task OnParametersSetAsync()
    {
        var address = (Query, InTrash);
        if (shown != address)
        {
            shown = address;
            search = typing?.IsPending == true ? search : Query.Search;
            await LoadAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        Undo.Restored -= ReloadAsync;
        typing?.Dispose();
        loading?.Cancel();
        loading?.Dispose();
        loading = null;
        base.Dispose(disposing);
    }

    private static ApiStatus? StatusOf(ChangeEventArgs args) => Enum.TryParse<ApiStatus>(args.Value as string, out var status) ? status : null;

    private async Task LoadAsync()
    {
        loading?.Cancel();
        loading?.Dispose();
        loading = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        var token = loading.Token;
        failure = null;
        try
        {
            var actor = await ActorAsync();
            if (!InTrash)
            {
                var result = await Definitions.ListAsync(actor, Query, token);
                starred = [.. await Personal.FavouritesAsync(actor, [.. result.Items.Select(api => api.Key)], token)];
                list = result;
            }

            categories = await Definitions.CategoryTreeAsync(actor, token);
            recent = await Personal.RecentAsync(actor, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // A newer query, or the page, took its place.
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PagesLog.ListFailed(Logger, exception);
            failure = L["List.Failed"];
        }
    }

    private Task SearchAsync(string? text)
    {
        search = text;
        return typing!.RunAsync(_ =>
        {
            Go(Query with { Search = string.IsNullOrWhiteSpace(search) ? null : search, Page = 1 });
            return Task.CompletedTask;
        });
    }

    private void Sort(ApiSort by) =>
        Go(Query with { Sort = by, Descending = Query.Sort == by && !Query.Descending, Page = 1 });

    private void Go(ApiListQuery query) => Navigation.NavigateTo(ApiListAddress.Write(Navigation, query), replace: true);

    private void Add() => Navigation.NavigateTo("/apis/new");

    /// <summary>A star shows at once; among the favourites the row goes with it.</summary>
    private async Task StarAsync((string Key, bool On) star)
    {
        starred = star.On ? [.. starred, star.Key] : [.. starred.Where(key => key != star.Key)];
        if (Query.FavouritesOnly)
        {
            await LoadAsync();
        }
    }

    private Task ReloadAsync() => InvokeAsync(async () =>
    {
        await LoadAsync();
        StateHasChanged();
    });
}

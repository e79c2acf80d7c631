using System.Globalization;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.List;

/// <summary>All APIs. Search, filters, order and page live in the address; the address alone decides what is loaded.</summary>
public sealed partial class ApiListPage
{
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(200);

    private Debounce? typing;
    private CancellationTokenSource? loading;
    private PagedList<ApiSummary>? list;
    private IReadOnlyList<string> categories = [];
    private ApiListQuery? shown;
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
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [SupplyParameterFromQuery(Name = "search")]
    public string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? StatusInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "category")]
    public string? CategoryInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? PageInAddress { get; set; }

    private ApiListQuery Query =>
        ApiListAddress.Read(SearchInAddress, StatusInAddress, CategoryInAddress, SortInAddress, PageInAddress);

    private bool IsFiltered => Query.Search is not null || Query.Status is not null || Query.Category is not null;

    private string CountText => list switch
    {
        null => "",
        { Total: >= PagedList<ApiSummary>.CountedTo } => L["List.ManyCount"],
        _ => L["List.Count", list.Total.ToString("N0", CultureInfo.CurrentCulture)],
    };

    protected override async Task OnInitializedAsync()
    {
        typing = new Debounce(Time, SearchPause);
        mayWrite = await CurrentActor.MayAsync(Operation.WriteApis, Stopped);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shown != Query)
        {
            shown = Query;
            search = typing?.IsPending == true ? search : Query.Search;
            await LoadAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        typing?.Dispose();
        loading?.Cancel();
        loading?.Dispose();
        loading = null;
        base.Dispose(disposing);
    }

    private static string? Text(ChangeEventArgs args) => args.Value as string is { Length: > 0 } text ? text : null;

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
            var result = await Definitions.ListAsync(actor, Query, token);
            categories = await Definitions.CategoriesAsync(actor, token);
            list = result;
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

    private async Task DeleteAsync(ApiSummary api)
    {
        var sure = await TypedConfirmation.AskAsync(
            Dialogs, L["Delete.Title", api.Name], L["Delete.Text"], api.Key, L["List.Delete"]);
        if (!sure)
        {
            return;
        }

        try
        {
            var actor = await ActorAsync();
            var stored = await Definitions.GetAsync(actor, api.Key, Stopped);
            await Definitions.DeleteAsync(actor, api.Key, stored.Tag, Stopped);
            Snackbar.Add(L["Delete.Done", api.Name], Severity.Success);
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }

        await LoadAsync();
    }
}

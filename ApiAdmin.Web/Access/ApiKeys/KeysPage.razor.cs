using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.ApiKeys;

/// <summary>The keys of other systems. Search, order and page live in the address; the address alone decides what is loaded.</summary>
public sealed partial class KeysPage
{
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(200);

    private Debounce? typing;
    private PagedList<ApiKeyInfo>? list;
    private ApiKeyListQuery? shown;
    private string? search;
    private string? failure;

    [Inject]
    public required ApiKeyService Keys { get; init; }

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

    [SupplyParameterFromQuery(Name = "state")]
    public string? StateInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? SortInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "page")]
    public int? PageInAddress { get; set; }

    private ApiKeyListQuery Query
    {
        get
        {
            var (sort, descending) = ListAddress.Sort<ApiKeySort>(SortInAddress);
            return new ApiKeyListQuery
            {
                Search = SearchInAddress, State = ListAddress.Choice<ApiKeyState>(StateInAddress), Sort = sort, Descending = descending,
                Page = Math.Max(PageInAddress ?? 1, 1),
            };
        }
    }

    private bool IsFiltered => !string.IsNullOrWhiteSpace(Query.Search) || Query.State is not null;

    protected override void OnInitialized() => typing = new Debounce(Time, SearchPause);

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
        base.Dispose(disposing);
    }

    private async Task LoadAsync()
    {
        try
        {
            failure = null;
            var asked = Query;
            var found = await Keys.ListAsync(await ActorAsync(), asked, Stopped);
            if (asked == Query)
            {
                list = found;
            }
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private Task SearchAsync(string? text)
    {
        search = text;
        return typing!.RunAsync(_ =>
        {
            Go(Query with { Search = search, Page = 1 });
            return Task.CompletedTask;
        });
    }

    private void Sort(ApiKeySort by) => Go(Query with { Sort = by, Descending = Query.Sort == by && !Query.Descending, Page = 1 });

    private void Go(ApiKeyListQuery query) => Navigation.NavigateTo(
        ListAddress.Write(Navigation, "/settings/keys", query.Search, query.State?.ToString(), (query.Sort, query.Descending), query.Page), replace: true);

    private async Task AddAsync()
    {
        var dialog = await Dialogs.ShowAsync<NewKeyDialog>();
        await dialog.Result;
        await LoadAsync();
    }

    private async Task RotateAsync(ApiKeyInfo key)
    {
        await RotateDialog.OpenAsync(Dialogs, key);
        await LoadAsync();
    }

    private async Task RevokeAsync(ApiKeyInfo key)
    {
        var sure = await TypedConfirmation.AskAsync(
            Dialogs, A["Keys.RevokeTitle", key.Name], A["Keys.RevokeText", key.Prefix], key.Prefix, A["Keys.Revoke"]);
        if (!sure)
        {
            return;
        }

        try
        {
            await Keys.RevokeAsync(await ActorAsync(), key.Id, Stopped);
            Snackbar.Add(A["Keys.Revoked", key.Name], Severity.Success);
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }

        await LoadAsync();
    }
}

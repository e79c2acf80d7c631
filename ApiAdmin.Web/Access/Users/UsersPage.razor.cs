using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Access.Users;

/// <summary>The people who may sign in. Search, order and page live in the address; the address alone decides what is loaded.</summary>
public sealed partial class UsersPage
{
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(200);

    private Debounce? typing;
    private PagedList<UserInfo>? list;
    private UserListQuery? shown;
    private string? search;
    private string? failure;

    [Inject]
    public required UserService Users { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

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

    private UserListQuery Query
    {
        get
        {
            var (sort, descending) = ListAddress.Sort<UserSort>(SortInAddress);
            return new UserListQuery
            {
                Search = SearchInAddress, State = ListAddress.Choice<UserState>(StateInAddress), Sort = sort, Descending = descending,
                Page = Math.Max(PageInAddress ?? 1, 1),
            };
        }
    }

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
            var found = await Users.ListAsync(await ActorAsync(), asked, Stopped);
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

    private void Sort(UserSort by) => Go(Query with { Sort = by, Descending = Query.Sort == by && !Query.Descending, Page = 1 });

    private void Go(UserListQuery query) => Navigation.NavigateTo(
        ListAddress.Write(Navigation, "/settings/users", query.Search, query.State?.ToString(), (query.Sort, query.Descending), query.Page), replace: true);

    private async Task InviteAsync()
    {
        var dialog = await Dialogs.ShowAsync<InviteDialog>();
        await dialog.Result;
        await LoadAsync();
    }

    private async Task ManageAsync(UserInfo user)
    {
        await UserDialog.OpenAsync(Dialogs, user);
        await LoadAsync();
    }
}

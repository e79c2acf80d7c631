using ApiAdmin.Core;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.History;

/// <summary>Every kept run. Search, filters and the place in the list live in the address; the address alone decides what is loaded.</summary>
public sealed partial class HistoryListPage
{
    private static readonly TimeSpan SearchPause = TimeSpan.FromMilliseconds(200);

    private Debounce? typing;
    private CancellationTokenSource? loading;
    private HistoryPage? list;
    private HistoryChoices choices = new([], []);
    private HistoryQuery? shown;
    private string? search;
    private string? failure;

    /// <summary>For a comparison, the older one first; kept while the list is paged.</summary>
    private readonly List<string> picked = [];

    [Inject]
    public required IHistoryService History { get; init; }

    [Inject]
    public required ILogger<HistoryListPage> Logger { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [SupplyParameterFromQuery(Name = "search")]
    public string? SearchInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "api")]
    public string? ApiInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "outcome")]
    public string? OutcomeInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "who")]
    public string? WhoInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "answered")]
    public string? AnsweredInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "from")]
    public string? FromInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "to")]
    public string? ToInAddress { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    public string? AfterInAddress { get; set; }

    [CascadingParameter]
    public PageZone Zone { get; set; } = PageZone.Utc;

    private HistoryQuery Query => HistoryAddress.Read(new Dictionary<string, string?>
    {
        ["search"] = SearchInAddress, ["api"] = ApiInAddress, ["outcome"] = OutcomeInAddress, ["who"] = WhoInAddress, ["answered"] = AnsweredInAddress, ["from"] = FromInAddress, ["to"] = ToInAddress,
        ["after"] = AfterInAddress,
    }) with { Zone = Zone.Zone };

    protected override void OnInitialized() => typing = new Debounce(Time, SearchPause);

    protected override async Task OnParametersSetAsync()
    {
        if (shown != Query)
        {
            shown = Query;
            search = typing?.IsPending == true ? search : Query.Text;
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

    private async Task LoadAsync()
    {
        loading?.Cancel();
        loading?.Dispose();
        loading = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        var (token, query) = (loading.Token, Query);
        failure = null;
        try
        {
            // Off the circuit's own flow: SQLite works synchronously below.
            var actor = await ActorAsync();
            var found = await Task.Run(() => History.ListAsync(actor, query, token), token);
            choices = await Task.Run(() => History.ChoicesAsync(actor, token), token);
            list = found;
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
            HistoryLog.ListFailed(Logger, exception);
            failure = L["History.Failed"];
        }
    }

    private void Pick(string id)
    {
        if (!picked.Remove(id))
        {
            picked.Add(id);
        }

        if (picked.Count > 2)
        {
            picked.RemoveAt(0);
        }

        // Ids begin with the time they were made at (version 7 of RFC 9562).
        picked.Sort(StringComparer.Ordinal);
    }

    private void Unpick() => picked.Clear();

    private Task SearchAsync(string? text)
    {
        search = text;
        return typing!.RunAsync(_ =>
        {
            Navigation.NavigateTo(HistoryAddress.Write(Navigation, Query with { Text = string.IsNullOrWhiteSpace(search) ? null : search, After = null }), replace: true);
            return Task.CompletedTask;
        });
    }

    // Not replaced, so that the browser's Back leads to the page before.
    private void Go(HistoryQuery query) => Navigation.NavigateTo(HistoryAddress.Write(Navigation, query));
}

using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.Cases;
using ApiAdmin.Web.Invocation.Panel;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Cases;

/// <summary>Runs test cases for a page and shows what became of them.</summary>
public sealed partial class CaseRunner : AppComponent
{
    private readonly List<CaseResult> done = [];
    private IReadOnlyList<ApiDefinition> asked = [];
    private IReadOnlyList<RealCall> asking = [];
    private CancellationTokenSource? running;
    private CasesReport? report;
    private string? failure;
    private int total;

    [Inject]
    public required ICaseService Cases { get; init; }

    [Inject]
    public required RealCalls RealCalls { get; init; }

    [Inject]
    public required ILogger<CaseRunner> Logger { get; init; }

    [CascadingParameter]
    public PageZone Zone { get; set; } = PageZone.Utc;

    /// <summary>Cases of several APIs are shown, each with its API.</summary>
    [Parameter]
    public bool ShowsApi { get; set; }

    /// <summary>A run has begun or ended.</summary>
    [Parameter]
    public EventCallback OnChange { get; set; }

    public bool IsRunning => running is not null;

    private IReadOnlyList<CaseResult> Results => report is null ? done : report.Cases;

    /// <summary>Asks first where a case may change something in a system that is no sandbox.</summary>
    public async Task RunAsync(IReadOnlyList<ApiDefinition> definitions)
    {
        if (running is not null)
        {
            return;
        }

        var actor = await ActorAsync();
        (asked, asking) = (definitions, [.. definitions.Select(api => RealCalls.ToAsk(actor, api, Zone)).OfType<RealCall>().Distinct()]);
        if (asking.Count == 0)
        {
            await RunNowAsync(actor, definitions);
        }

        StateHasChanged();
    }

    protected override void Dispose(bool disposing)
    {
        running?.Cancel();
        base.Dispose(disposing);
    }

    private async Task AgreeAsync()
    {
        var actor = await ActorAsync();
        foreach (var call in asking)
        {
            RealCalls.Agree(actor, call, Zone);
        }

        asking = [];
        await RunNowAsync(actor, asked);
    }

    private Task CancelAsync() => running?.CancelAsync() ?? Task.CompletedTask;

    private async Task RunNowAsync(UserActor actor, IReadOnlyList<ApiDefinition> definitions)
    {
        running = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        (report, failure, total) = (null, null, definitions.Sum(api => api.Cases.Count));
        done.Clear();
        await OnChange.InvokeAsync();
        StateHasChanged();
        try
        {
            // Off the circuit's own flow: the page has to hear of each case meanwhile.
            var (progress, token) = (new Told(this), running.Token);
            report = await Task.Run(() => Cases.RunAsync(actor, definitions, progress, token), CancellationToken.None);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception)
        {
            PanelLog.RunFailed(Logger, definitions.Count == 1 ? definitions[0].Key : "", exception);
            failure = L["Panel.Failed"];
        }
        finally
        {
            running.Dispose();
            running = null;
        }

        if (!Stopped.IsCancellationRequested)
        {
            await OnChange.InvokeAsync();
            StateHasChanged();
        }
    }

    private string Summary(CasesReport ended) => ended.NotRun > 0
        ? L["Cases.SummaryCut", ended.Passed, ended.Failed, ended.NotRun]
        : ended.Failed == 0 ? L["Cases.SummaryGood", ended.Passed] : L["Cases.Summary", ended.Passed, ended.Failed];

    private void Take(CaseResult result) => _ = InvokeAsync(() =>
    {
        if (running is not null)
        {
            done.Add(result);
            StateHasChanged();
        }
    });

    private sealed class Told(CaseRunner runner) : IProgress<CaseResult>
    {
        public void Report(CaseResult value) => runner.Take(value);
    }
}

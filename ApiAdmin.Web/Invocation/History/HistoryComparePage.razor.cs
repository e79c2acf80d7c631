using ApiAdmin.Core;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Core.Invocation.History.Comparison;
using ApiAdmin.Web.Invocation.Panel;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.History;

/// <summary>Two kept runs side by side; without a left one, the run of the same API before the right one.</summary>
public sealed partial class HistoryComparePage
{
    private KeptRun? left;
    private KeptRun? right;
    private RunComparison? comparison;
    private (string?, string?)? shown;
    private string? failure;
    private bool loading = true;
    private bool onlyDifferent = true;

    [Inject]
    public required IHistoryService History { get; init; }

    [Inject]
    public required ILogger<HistoryComparePage> Logger { get; init; }

    [CascadingParameter]
    public PageZone Zone { get; set; } = PageZone.Utc;

    [SupplyParameterFromQuery]
    public string? Left { get; set; }

    [SupplyParameterFromQuery]
    public string? Right { get; set; }

    public static string PathOf(string? left, string right) =>
        $"/history/compare?{(left is null ? "" : $"left={Uri.EscapeDataString(left)}&")}right={Uri.EscapeDataString(right)}";

    protected override async Task OnParametersSetAsync()
    {
        if (shown != (Left, Right))
        {
            shown = (Left, Right);
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        (comparison, failure, loading) = (null, null, true);
        try
        {
            var (actor, from, to) = (await ActorAsync(), Left, Right);
            if (to is not null)
            {
                await Task.Run(
                    async () =>
                    {
                        from ??= await History.FindBeforeAsync(actor, to, Stopped);
                        (left, right) = from is null ? (null, null) : (await History.GetAsync(actor, from, Stopped), await History.GetAsync(actor, to, Stopped));
                        comparison = left is null ? null : RunComparison.Of(left, right!);
                    },
                    Stopped);
            }
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            HistoryLog.RunFailed(Logger, Right ?? "", exception);
            failure = L["History.Failed"];
        }
        finally
        {
            loading = false;
        }
    }

    private void ToggleAsync() => onlyDifferent = !onlyDifferent;

    private IReadOnlyList<ComparedRow> Summary() =>
    [
        Row("History.When", run => Zone.Text(run.Item.StartedAt)),
        Row("History.Who", run => run.Item.ActorName),
        Row("History.Api", run => run.Item.Api),
        Row("History.Outcome", run => T[$"Outcome.{run.Report.Outcome}"]),
        Row("Compare.Message", run => run.Report.Message is { } message ? CoreSentences.Said(message) : null),
        Row("History.Call", run => run.Report.Request is { } request ? $"{request.Method} {request.Url}" : null),
        Row("History.Status", run => run.Report.Response is { } response ? $"{response.Status} {response.Reason}".TrimEnd() : null),
        Row("History.Duration", run => Figures.Ms(run.Report.DurationMs)),
        Row("Compare.Size", run => run.Report.Response is { } response ? Figures.Bytes(response.BodyBytes) : null),
    ];

    private ComparedRow Row(string name, Func<KeptRun, string?> value) => new(L[name], value(left!), value(right!));
}

using ApiAdmin.Core;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Panel.Compare;

/// <summary>Says after a run when the other side no longer answers what the outputs were made from.</summary>
public sealed partial class DriftWatch
{
    private IReadOnlyList<DriftedOutput> drifted = [];
    private PanelAnswer? earlier;
    private object? told;

    [Inject]
    public required AnswerBefore Before { get; init; }

    [Inject]
    public required ILogger<DriftWatch> Logger { get; init; }

    [Parameter, EditorRequired]
    public required InvocationReport Report { get; set; }

    [Parameter]
    public PanelAnswer? Earlier { get; set; }

    [Parameter]
    public EventCallback<(string Output, string Path)> OnUsePath { get; set; }

    [Parameter]
    public EventCallback OnCompare { get; set; }

    protected override object Shown
    {
        get
        {
            if (told is not null && !told.Equals(Api.Outputs))
            {
                _ = InvokeAsync(LookAsync);
            }

            told = Api.Outputs;
            return drifted;
        }
    }

    protected override Task OnInitializedAsync() => LookAsync();

    private async Task LookAsync()
    {
        if (Report.Outcome is not (Outcome.Success or Outcome.InvalidResponse) || Session.Answer is not { } now)
        {
            return;
        }

        try
        {
            var (actor, api) = (await ActorAsync(), Api);
            drifted = await Task.Run(
                async () =>
                {
                    earlier ??= Earlier ?? await Before.FindAsync(actor, Report, api, Stopped);
                    return earlier is null ? [] : await AnswerComparison.DriftAsync(earlier, now, api, actor, Stopped);
                },
                Stopped);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Only a hint: the outputs say themselves what they lack. The body before may be gone by now.
            if (exception is not ProblemException)
            {
                PanelLog.TrialFailed(Logger, Api.Key, exception);
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }

        StateHasChanged();
    }
}

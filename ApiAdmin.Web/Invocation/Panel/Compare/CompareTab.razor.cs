using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction.Samples;
using ApiAdmin.Core.Invocation;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Panel.Compare;

/// <summary>This answer beside an earlier one or a sample: structure first, then values.</summary>
public sealed partial class CompareTab
{
    private string with = "";
    private object? told;
    private AnswerComparison? comparison;
    private string? failure;
    private bool loading = true;
    private bool showQuiet;
    private int quiet;

    [Inject]
    public required AnswerBefore Before { get; init; }

    [Inject]
    public required ILogger<CompareTab> Logger { get; init; }

    [Parameter, EditorRequired]
    public required InvocationReport Report { get; set; }

    [Parameter]
    public EventCallback<(string Output, string Path)> OnUsePath { get; set; }

    /// <summary>The run before, when it was of this visit.</summary>
    [Parameter]
    public PanelAnswer? Earlier { get; set; }

    /// <summary>The drift is told by the outputs as they stand: a mended one is gone from it.</summary>
    protected override object Shown
    {
        get
        {
            if (told is not null && !told.Equals(Api.Outputs))
            {
                _ = InvokeAsync(LoadAsync);
            }

            told = Api.Outputs;
            return (Api.Samples, Api.Outputs);
        }
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task ChooseAsync(string name)
    {
        with = name;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        (failure, loading) = (null, comparison is null);
        try
        {
            var (actor, api) = (await ActorAsync(), Api);
            comparison = await Task.Run(() => CompareAsync(actor, api), Stopped);
            quiet = comparison?.Changes?.Count(change => change.IsVolatile) ?? 0;
        }
        catch (OperationCanceledException) when (Stopped.IsCancellationRequested)
        {
            // The page is gone.
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PanelLog.TrialFailed(Logger, Api.Key, exception);
            failure = L["Trial.Failed"];
        }
        finally
        {
            loading = false;
        }

        StateHasChanged();
    }

    private async Task<AnswerComparison?> CompareAsync(UserActor actor, ApiDefinition api)
    {
        var earlier = api.Samples.FirstOrDefault(sample => sample.Name == with) is { } chosen
            ? PanelAnswer.Of(api, chosen)
            : Earlier ?? await Before.FindAsync(actor, Report, api, Stopped);
        return earlier is null || Session.Answer is not { } now ? null : await AnswerComparison.OfAsync(earlier, now, api, actor, Stopped);
    }
}

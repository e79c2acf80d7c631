using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation.History;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.History;

/// <summary>One kept run, whole and read-only, and the way to run it again.</summary>
public sealed partial class HistoryRunPage
{
    private KeptRun? run;
    private string? opened;
    private string? actorId;
    private string? failure;
    private bool mayTest;

    [Inject]
    public required IHistoryService History { get; init; }

    [Inject]
    public required HistoryRerun Rerun { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required ILogger<HistoryRunPage> Logger { get; init; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    public static string PathOf(string id) => $"/history/{Uri.EscapeDataString(id)}";

    protected override async Task OnParametersSetAsync()
    {
        if (opened != Id)
        {
            opened = Id;
            await LoadAsync();
        }
    }

    private async Task LoadAsync()
    {
        (run, failure) = (null, null);
        try
        {
            var actor = await ActorAsync();
            actorId = actor.Id;
            mayTest = await CurrentActor.MayAsync(Operation.TestApis, Stopped);
            run = await Task.Run(() => History.GetAsync(actor, Id, Stopped), Stopped);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            HistoryLog.RunFailed(Logger, Id, exception);
            failure = L["History.Failed"];
        }
    }

    private async Task AgainAsync()
    {
        try
        {
            Navigation.NavigateTo(await Rerun.PrepareAsync(await ActorAsync(), run!, Stopped));
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }
}

using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Extraction;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Web.Invocation.Panel.Body;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>
/// The outputs of the last answer. When outputs or rules have been changed since, they are tried on that answer as they stand now:
/// who mends a path sees at once what it reads, and nobody is asked again.
/// </summary>
public sealed partial class LiveOutputs
{
    private ExtractionResult? trial;
    private (ValueList<OutputParam>, SuccessRule, ResponseSettings)? tried;
    private Debounce? trying;
    private string? failure;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<LiveOutputs> Logger { get; init; }

    [Parameter, EditorRequired]
    public required InvocationReport Report { get; set; }

    [Parameter]
    public EventCallback<(string Output, string Path)> OnUsePath { get; set; }

    [Parameter]
    public EventCallback<BodyTarget> OnPlace { get; set; }

    protected override object Shown
    {
        get
        {
            if (tried != What(Api))
            {
                tried = What(Api);
                _ = trying?.RunAsync(TryAsync);
            }

            return (Api.Outputs, trial);
        }
    }

    protected override async Task OnInitializedAsync()
    {
        trying = new Debounce(Time, TimeSpan.FromMilliseconds(200));
        await TryAsync(Stopped);
    }

    protected override void Dispose(bool disposing)
    {
        trying?.Dispose();
        base.Dispose(disposing);
    }

    private static (ValueList<OutputParam>, SuccessRule, ResponseSettings) What(ApiDefinition api) => (api.Outputs, api.Success, api.Response);

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        failure = null;
        if (Session.Answer is not { Ran: { } ran } answer || What(ran) == What(Api))
        {
            trial = null;
        }
        else
        {
            try
            {
                var (actor, api) = (await ActorAsync(), Api);
                trial = await Task.Run(() => answer.TryAsync(actor, api, cancellationToken), cancellationToken);
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
        }

        await InvokeAsync(StateHasChanged);
    }
}

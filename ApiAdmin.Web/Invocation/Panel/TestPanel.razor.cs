using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Interchange.CopyAs;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.History;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Shared;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>Runs the API as it stands on the page, saved or not, and shows the report.</summary>
public sealed partial class TestPanel
{
    private static readonly TimeSpan PreviewPause = TimeSpan.FromMilliseconds(250);

    private readonly TestInputs inputs = new();
    private IReadOnlyList<string> asked = [];
    private Debounce? previewing;
    private ApiDefinition? previewed;
    private CancellationTokenSource? running;
    private string phase = "check";
    private string? failure;
    private bool helping;
    private InvocationReport? report;
    private (IReadOnlyList<InputField> Fields, IReadOnlyDictionary<string, System.Text.Json.JsonElement> Values) ran;
    private RequestPreview? preview;
    private RealCall? asking;
    private PanelAnswer? earlier;
    private PanelAnswer? good;
    private ElementReference runButton;

    [Inject]
    public required ITestService Tests { get; init; }

    [Inject]
    public required ICopyService Copies { get; init; }

    [Inject]
    public required RememberedInputs Remembered { get; init; }

    [Inject]
    public required RealCalls RealCalls { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<TestPanel> Logger { get; init; }

    [CascadingParameter]
    public PageZone Zone { get; set; } = PageZone.Utc;

    /// <summary>Fields and outputs follow the definition; everything else here changes by the panel's own doing.</summary>
    protected override object Shown
    {
        get
        {
            inputs.Follow(Api);
            if (!ReferenceEquals(previewed, Api))
            {
                previewed = Api;
                _ = PreviewLaterAsync();
            }

            return (inputs.Fields, Api.Outputs, Findings, Session.Looked);
        }
    }

    public bool IsRunning => running is not null;

    /// <summary>The sample that answers; null when calls are real, also when the sample is gone.</summary>
    private string? Mock => Session.MockWith is { } name && Api.Samples.Any(sample => sample.Name == name) ? name : null;

    protected override void OnInitialized()
    {
        previewing = new Debounce(Time, PreviewPause);
        base.OnInitialized();
    }

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        inputs.Follow(Api);
        var last = await LastAsync(actor);
        inputs.Recall(last);
        asked = Remembered.AskedOf(actor, Api.Key);
        if (last.Count > 0)
        {
            _ = PreviewLaterAsync();
        }
    }

    /// <summary>The Run button, Ctrl+Enter.</summary>
    public async Task RunAsync()
    {
        if (running is not null || asking is not null)
        {
            return;
        }

        asking = Mock is null ? RealCalls.ToAsk(await ActorAsync(), Api, Zone) : null;
        if (asking is null)
        {
            await RunNowAsync();
        }

        StateHasChanged();
    }

    /// <summary>The Cancel button, Escape: of a run, or of the question before it.</summary>
    public async Task CancelAsync()
    {
        if (asking is not null)
        {
            asking = null;
            StateHasChanged();
            await runButton.FocusAsync();
        }

        await (running?.CancelAsync() ?? Task.CompletedTask);
    }

    protected override void Dispose(bool disposing)
    {
        previewing?.Dispose();
        base.Dispose(disposing);
    }

    private async Task AgreeAsync()
    {
        if (asking is { } call)
        {
            RealCalls.Agree(await ActorAsync(), call, Zone);
            asking = null;
            await runButton.FocusAsync();
            await RunAsync();
        }
    }

    private async Task RunNowAsync()
    {
        running = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        (phase, failure) = ("check", null);
        StateHasChanged();
        try
        {
            var api = Api;
            report = await TestAsync(api, running.Token);
            Answered(report, api);
            Session.Complain([]);
        }
        catch (InvalidException invalid)
        {
            report = null;
            failure = L["Panel.Invalid", CoreSentences.Said(invalid.Message)];
            Session.Complain(invalid.Findings);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (OperationCanceledException)
        {
            failure = L["Panel.Cancelled"];
        }
        catch (Exception exception)
        {
            PanelLog.RunFailed(Logger, Api.Key, exception);
            failure = L["Panel.Failed"];
        }
        finally
        {
            running?.Dispose();
            running = null;
        }

        if (!Stopped.IsCancellationRequested)
        {
            StateHasChanged();
        }
    }

    /// <summary>Of this page's visits first; after a restart of the program, of the history.</summary>
    private async Task<IReadOnlyDictionary<string, string>> LastAsync(UserActor actor)
    {
        var texts = Remembered.Of(actor, Api.Key);
        if (texts.Count > 0 || Api.Key.Length == 0)
        {
            return texts;
        }

        try
        {
            var kept = await Task.Run(() => Tests.LastInputsAsync(actor, Api.Key, Stopped), Stopped);
            return inputs.Memorable(kept ?? ValueMap<KeptInput>.Empty);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Only a convenience: the fields have their defaults and examples.
            PanelLog.InputsNotRecalled(Logger, Api.Key, exception);
            return texts;
        }
    }

    // Off the circuit's own flow: SQLite works synchronously below, and the page has to hear the phases meanwhile.
    private async Task<InvocationReport> TestAsync(ApiDefinition api, CancellationToken cancellationToken)
    {
        var (actor, values, sample) = (await ActorAsync(), inputs.Values(), Mock);
        Remembered.Keep(actor, api.Key, inputs.Memorable());
        ran = (inputs.Fields, values);
        asked = [];
        var progress = new PhaseProgress(name => _ = InvokeAsync(() => ShowPhase(name)));
        return await Task.Run(
            () => sample is null ? Tests.TestAsync(actor, api, values, progress, cancellationToken) : Tests.TestOnSampleAsync(actor, api, sample, values, cancellationToken),
            CancellationToken.None);
    }

    /// <summary>A run is compared with the last one before it that was a success.</summary>
    private void Answered(InvocationReport answered, ApiDefinition ran)
    {
        var answer = PanelAnswer.Of(Tests, answered, ran);
        (earlier, good) = (good, answered.Outcome == Outcome.Success ? answer : good);
        Session.Show(answer);
    }

    private void ShowPhase(string name)
    {
        phase = name;
        StateHasChanged();
    }

    private void SetInput(string name, string text)
    {
        inputs.Set(name, text);
        _ = PreviewLaterAsync();
    }

    private Task PreviewLaterAsync() => previewing!.RunAsync(PreviewAsync);

    private async Task PreviewAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (actor, api, values) = (await ActorAsync(), Api, inputs.Values());
            preview = await Task.Run(() => Tests.PreviewAsync(actor, api, values, cancellationToken), cancellationToken);
        }
        catch (ProblemException problem)
        {
            preview = new RequestPreview("", [new Finding("", problem.Code, problem.Message)]);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PanelLog.PreviewFailed(Logger, Api.Key, exception);
        }

        StateHasChanged();
    }

    private async Task<string> CopyAsync(CopyForm form)
    {
        var (actor, api, values) = (await ActorAsync(), Api, inputs.Values());
        return await Task.Run(() => Copies.CopyAsync(actor, api, values, form, Stopped), Stopped);
    }

    /// <summary>The nearest existing path, taken over by one click.</summary>
    private void UsePath((string Output, string Path) use)
    {
        if (Model.Outputs.Rows.FirstOrDefault(row => row.Value.Name == use.Output) is { } row)
        {
            Model.Outputs.Set(row.Id, row.Value with { Path = use.Path });
        }
    }
}

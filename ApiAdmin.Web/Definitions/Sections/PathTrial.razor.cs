using System.Text.Json;
using ApiAdmin.Core;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Web.Invocation.Panel;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Definitions.Sections;

/// <summary>What a path finds in the last answer, or else in the first sample, while it is typed.</summary>
public sealed partial class PathTrial
{
    private Debounce? trying;
    private ReportOutput? found;
    private OutputParam? tried;
    private PanelAnswer? answered;
    private string? from;
    private int count;

    [Inject]
    public required TimeProvider Time { get; init; }

    [Inject]
    public required ILogger<PathTrial> Logger { get; init; }

    [Parameter, EditorRequired]
    public required OutputParam Output { get; set; }

    /// <summary>What stands there is told, whether or not it is of the output's type: for rules.</summary>
    [Parameter]
    public bool Raw { get; set; }

    [Parameter]
    public EventCallback<string> OnUse { get; set; }

    protected override object Shown
    {
        get
        {
            if (!ReferenceEquals(answered, Session.Answer))
            {
                answered = Session.Answer;
                _ = trying?.RunAsync(TryAsync);
            }

            return (answered, Api.Samples.Count);
        }
    }

    protected override void OnInitialized()
    {
        trying = new Debounce(Time, TimeSpan.FromMilliseconds(200));
        base.OnInitialized();
    }

    protected override void OnParametersSet()
    {
        if (tried != Output)
        {
            tried = Output;
            _ = trying!.RunAsync(TryAsync);
        }
    }

    protected override void Dispose(bool disposing)
    {
        trying?.Dispose();
        base.Dispose(disposing);
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            var (actor, api, output) = (await ActorAsync(), Api, Output);
            var answer = Session.Answer ?? (api.Samples is [var first, ..] ? PanelAnswer.Of(api, first) : null);
            from = api.Samples is [var sample, ..] ? sample.Name : null;
            if (answer is null || (output.Path.Length == 0 && Editing.OutputEdits.HasPath(output.From)))
            {
                found = null;
            }
            else
            {
                var all = output with { Name = "all", Type = ParamType.Array, Occurrence = "all", Inner = null, Separator = null, Default = null, DefaultFor = null, Format = null, Zone = null, WriteAs = null, Flatten = false };
                var result = await Task.Run(() => answer.TryAsync(actor, api with { Outputs = [output with { Name = "one", Flatten = false }, all], Success = new SuccessRule() }, cancellationToken), cancellationToken);
                found = result.Outputs[0];
                count = result.Outputs[1].Value is { Kind: JsonValueKind.Array } values && output.From == OutputSource.Json && IsMany(output) ? values.ToElement().GetArrayLength() : 1;
            }
        }
        catch (ProblemException)
        {
            // The body is kept no longer.
            found = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            PanelLog.TrialFailed(Logger, Api.Key, exception);
            found = null;
        }

        await InvokeAsync(StateHasChanged);
    }

    private static bool IsMany(OutputParam output) => Core.Extraction.JsonPath.JsonPathQuery.Parse(output.Path).Path is { IsSingular: false };

    private static string Short(string text) => text.Length <= 200 ? text : $"{text[..(char.IsHighSurrogate(text[199]) ? 199 : 200)]}…";
}

using ApiAdmin.Core;
using ApiAdmin.Core.Invocation;
using ApiAdmin.Core.Invocation.Reading;
using ApiAdmin.Web.Definitions.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>The body as text, table, bytes or picture, never as markup; a large one by pieces, each read when it is looked at.</summary>
public sealed partial class BodyTab
{
    private readonly Dictionary<BodyView, Func<Task>> choices = [];
    private BodySource? source;
    private BodyView view;
    private BodyPart? part;
    private BodyMatches? matches;
    private int at = -1;
    private bool reading;
    private bool toReveal;
    private string? failure;

    [Inject]
    public required ITestService Tests { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required ILogger<BodyTab> Logger { get; init; }

    [Parameter, EditorRequired]
    public required InvocationReport Report { get; set; }

    /// <summary>Also what is beyond the report can be read, by pieces and as a file.</summary>
    [Parameter]
    public bool WholeBody { get; set; } = true;

    /// <summary>A place to show first.</summary>
    [Parameter]
    public BodyTarget? Target { get; set; }

    /// <summary>Only where outputs can be made of values.</summary>
    [CascadingParameter]
    public EditSession? Session { get; set; }

    private bool IsText => view is BodyView.Pretty or BodyView.Raw or BodyView.Hex;

    private BodyMatch? Match => matches is not null && at >= 0 && at < matches.Items.Count ? matches.Items[at] : null;

    private string? Hint => view switch
    {
        BodyView.Hex when source!.IsPdf => L["Body.Pdf"].Value,
        BodyView.Hex when !source!.IsText && source.ImageType is null => L["Body.Binary"].Value,
        BodyView.Hex when source!.IsText && !source.IsLarge && Report.Response!.Charset is { } charset and not "utf-8" => L["Body.AsUtf8", charset].Value,
        BodyView.Pretty or BodyView.Raw when source!.IsHtml => L["Body.Html"].Value,
        _ => null,
    };

    protected override async Task OnInitializedAsync()
    {
        foreach (var offered in Enum.GetValues<BodyView>())
        {
            choices[offered] = () => ShowAsync(offered);
        }

        if (Report.Response is { BodyBytes: > 0 })
        {
            source = new BodySource(Tests, Report, WholeBody);
            await ShowAsync(First());
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (toReveal)
        {
            toReveal = false;
            await Js.InvokeVoidAsync("apiAdmin.reveal", Stopped, "body-match");
        }
    }

    /// <summary>Where values can be clicked, or one is to be shown, the tree; a place in a text among its bytes as they came.</summary>
    private BodyView First()
    {
        if (Target is null)
        {
            return Session is not null && source!.HasTree ? BodyView.Tree : source!.Views[0];
        }

        return source!.LooksLikeJson || (source.LooksLikeXml && Target.Looked is not null) ? BodyView.Tree : BodyView.Raw;
    }

    private async Task ShowAsync(BodyView chosen)
    {
        var from = part?.Offset ?? 0;
        (view, part) = (chosen, null);
        if (IsText && Target is { } target && matches is null && !source!.LooksLikeJson)
        {
            await FindTargetAsync(target);
        }
        else if (IsText)
        {
            await (Match is null ? GoAsync(from) : RevealAsync());
        }
    }

    private Task FindTargetAsync(BodyTarget target) => DoAsync(async body =>
    {
        (matches, at) = (new BodyMatches([await target.FindAsync(body, Stopped)], More: false), 0);
        part = await ReadAsync(body, Beginning());
        toReveal = true;
    });

    private Task GoAsync(long from) => DoAsync(async body => part = await ReadAsync(body, from));

    private Task SearchAsync(string text)
    {
        at = 0;
        return DoAsync(async body =>
        {
            matches = text.Length == 0 ? null : await BodySearch.FindAsync(body, text, Stopped);
            part = await ReadAsync(body, Beginning());
            toReveal = true;
        });
    }

    private Task MoveAsync(int by)
    {
        at = matches is { Items.Count: > 0 and var count } ? (at + by + count) % count : -1;
        return RevealAsync();
    }

    private Task RevealAsync() => DoAsync(async body =>
    {
        part = await ReadAsync(body, Beginning());
        toReveal = true;
    });

    /// <summary>Of the piece to show: the one there is, when the match lies in it.</summary>
    private long Beginning() =>
        Match is not { } match ? part?.Offset ?? 0
        : part is not null && match.Offset >= part.Offset && match.Offset + match.Length <= part.Offset + part.Length ? part.Offset
        : match.Offset < BodyPart.SizeOf(view) / 2 ? 0 : match.Offset - 1024;

    private async Task<BodyPart> ReadAsync(BodyContent body, long from)
    {
        var layout = view == BodyView.Pretty && source!.LooksLikeJson && body.IsUtf8 && (source.IsLarge || source.IsPart || BodyText.IsJson(Report.Response!.Body!));
        var shown = view == BodyView.Pretty && !layout ? BodyView.Raw : view;
        var read = await BodyPart.ReadAsync(body, shown, from, Match, Stopped);
        return view == BodyView.Pretty && shown == BodyView.Raw && Match is null && !source!.IsHtml && read.Length == read.Total && BodyText.PrettyXml(read.Before) is { } xml
            ? read with { Before = xml } : read;
    }

    // A large one off the circuit's own flow, as many MB are read through; the file is closed before anything is drawn.
    private async Task DoAsync(Func<BodyContent, Task> read)
    {
        (reading, failure) = (true, null);
        try
        {
            await (source!.IsLarge ? Task.Run(() => OpenAsync(read), Stopped) : OpenAsync(read));
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
            PanelLog.BodyFailed(Logger, Report.InvocationId, exception);
            failure = L["Body.Failed"];
        }
        finally
        {
            reading = false;
        }
    }

    private async Task OpenAsync(Func<BodyContent, Task> read)
    {
        await using var body = await source!.OpenAsync(await ActorAsync(), Stopped);
        await read(body);
    }
}

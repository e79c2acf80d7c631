using ApiAdmin.Web.Interchange;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>The rows of a grid as one text. A short text comes with its keystroke, a long one is fetched after a pause.</summary>
public sealed partial class EditGridText
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private ElementReference area;
    private Debounce? reading;
    private string shown = "";
    private bool isLong;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Shown once; afterwards the browser knows better than any answer that comes late.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public string? Problem { get; set; }

    [Parameter]
    public EventCallback<string> OnText { get; set; }

    private int Lines => Math.Clamp(shown.AsSpan().Count('\n') + 2, 6, 20);

    /// <summary>Whoever leaves takes along what was typed last, and what is just being fetched.</summary>
    public async Task FlushAsync()
    {
        if (isLong)
        {
            reading!.Cancel();
            await ReadAsync(Stopped);
        }
    }

    protected override void OnInitialized()
    {
        shown = Text;
        reading = new Debounce(Time, Pause);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await area.FocusAsync();
        }
    }

    protected override void Dispose(bool disposing)
    {
        reading?.Dispose();
        base.Dispose(disposing);
    }

    private Task TakeAsync(StreamedEventArgs args)
    {
        isLong = args.Text is null;
        if (args.Text is null)
        {
            return reading!.RunAsync(ReadAsync);
        }

        reading!.Cancel();
        return OnText.InvokeAsync(args.Text);
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (await StreamedText.ReadAsync(Js, "apiAdmin.textOf", [area], cancellationToken) is { } text)
        {
            await OnText.InvokeAsync(text);
        }
    }
}

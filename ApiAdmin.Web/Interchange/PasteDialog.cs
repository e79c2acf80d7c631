using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace ApiAdmin.Web.Interchange;

/// <summary>
/// A dialog around one text area. Its text comes as a stream: what people paste can be larger than one message of the
/// circuit may be, and a larger message would end the circuit.
/// </summary>
public abstract class PasteDialog : AppComponent
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private Debounce? reading;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    protected static DialogOptions Wide { get; } = new() { MaxWidth = MaxWidth.Medium, FullWidth = true };

    protected ElementReference Area { get; set; }

    /// <summary>Longer than anything that is read.</summary>
    protected bool IsTooLong { get; private set; }

    protected override void OnInitialized() => reading = new Debounce(Time, Pause);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Js.InvokeVoidAsync("apiAdmin.takePasted", Stopped, Area);
        }
    }

    protected override void Dispose(bool disposing)
    {
        reading?.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>Takes the whole text after each change; empty when the area was cleared.</summary>
    protected abstract void Understand(string text);

    protected Task ReadLaterAsync(StreamedEventArgs args) => reading!.RunAsync(ReadAsync);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var text = await StreamedText.ReadAsync(Js, "apiAdmin.textOf", [Area], cancellationToken);
        IsTooLong = text is null;
        Understand(text ?? "");
        StateHasChanged();
    }
}

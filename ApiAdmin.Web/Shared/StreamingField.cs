using ApiAdmin.Web.Definitions;
using ApiAdmin.Web.Interchange;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.Localization;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.Shared;

/// <summary>
/// A field that reports every keystroke while its text is short. A long one would end the circuit, so the browser only
/// tells of it, and it is fetched as a stream. What is longer than anything that is read is refused with a sentence, and
/// the field shows again what it was.
/// </summary>
public abstract class StreamingField : ControlledComponent
{
    private ElementReference field;
    private int fetches;
    private int generation;
    private bool refused;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required IStringLocalizer<ApiTexts> L { get; init; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    /// <summary>What the browser is known to hold changed.</summary>
    protected abstract Task TakeAsync(string text, bool left);

    /// <summary>The value and the handlers of the field.</summary>
    protected abstract void BuildField(RenderTreeBuilder builder);

    /// <summary>The field is made anew and shows what it was.</summary>
    protected abstract void ShowAgain();

    /// <summary>Makes the field anew: for when what it shows differs from what the server last drew there.</summary>
    protected void Renew() => generation++;

    protected void Build(RenderTreeBuilder builder, string element, string? patch)
    {
        builder.OpenElement(0, "span");
        builder.AddAttribute(1, "class", "field-line");
        builder.AddAttribute(2, "data-patch", patch);
        builder.AddAttribute(3, "onstreamed", EventCallback.Factory.Create<StreamedEventArgs>(this, FetchAsync));
        builder.OpenElement(4, element);
        builder.SetKey(generation);
        builder.AddMultipleAttributes(5, Attributes);
        builder.AddAttribute(6, "data-streams", "");
        BuildField(builder);
        builder.AddElementReferenceCapture(20, reference => field = reference);
        builder.CloseElement();
        builder.CloseElement();
        builder.OpenComponent<FieldError>(21);
        builder.AddComponentParameter(22, nameof(FieldError.Message), refused ? L["Paste.TooLong"].Value : null);
        builder.CloseComponent();
    }

    private async Task FetchAsync(StreamedEventArgs args)
    {
        var fetch = ++fetches;
        var text = await StreamedText.ReadAsync(Js, "apiAdmin.textOf", [field], CancellationToken.None);
        if (fetch != fetches)
        {
            return;
        }

        refused = text is null;
        if (text is null)
        {
            Renew();
            ShowAgain();
            StateHasChanged();
            return;
        }

        await TakeAsync(text, args.Left);
    }
}

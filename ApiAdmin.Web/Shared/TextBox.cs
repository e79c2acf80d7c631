using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ApiAdmin.Web.Shared;

/// <summary>
/// A text field that reports every keystroke. Written by hand because <c>@bind</c> makes a new handler at each drawing:
/// a keystroke that is on its way while its field is drawn again can then arrive at a handler that is gone, and is lost.
/// This handler is the same for the field's whole life, and a late answer never sets back what was typed since.
/// </summary>
public sealed class TextBox : ControlledComponent
{
    [Parameter, EditorRequired]
    public required string? Value { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool Multiline { get; set; }

    [Parameter(CaptureUnmatchedValues = true)]
    public IReadOnlyDictionary<string, object>? Attributes { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, Multiline ? "textarea" : "input");
        builder.AddMultipleAttributes(1, Attributes);
        builder.AddAttribute(2, "value", Value);
        builder.AddAttribute(3, "oninput", EventCallback.Factory.Create<ChangeEventArgs>(this, Report));
        builder.SetUpdatesAttributeName("value");
        builder.CloseElement();
    }

    private Task Report(ChangeEventArgs args) => ValueChanged.InvokeAsync(TextOf(args));
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ApiAdmin.Web.Shared;

/// <summary>
/// A text field that reports every keystroke. Written by hand because <c>@bind</c> makes a new handler at each drawing:
/// a keystroke that is on its way while its field is drawn again can then arrive at a handler that is gone, and is lost.
/// This handler is the same for the field's whole life, and a late answer never sets back what was typed since.
/// </summary>
public sealed class TextBox : StreamingField
{
    private string? streamed;
    private string? drawn;

    [Parameter, EditorRequired]
    public required string? Value { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> ValueChanged { get; set; }

    [Parameter]
    public bool Multiline { get; set; }

    /// <summary>A text that came as a stream is not sent back: what was drawn before it stays drawn until another takes its place.</summary>
    protected override void OnParametersSet()
    {
        if (streamed is not null && Value == streamed)
        {
            return;
        }

        if (streamed is not null && Value == drawn)
        {
            Renew();
        }

        (drawn, streamed) = (Value, null);
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Build(builder, Multiline ? "textarea" : "input", null);

    protected override void BuildField(RenderTreeBuilder builder)
    {
        builder.AddAttribute(10, "value", drawn);
        builder.AddAttribute(11, "oninput", EventCallback.Factory.Create<ChangeEventArgs>(this, Report));
        builder.SetUpdatesAttributeName("value");
    }

    protected override Task TakeAsync(string text, bool left)
    {
        streamed = text;
        return left ? Task.CompletedTask : ValueChanged.InvokeAsync(text);
    }

    protected override void ShowAgain() => (drawn, streamed) = (Value, null);

    private Task Report(ChangeEventArgs args)
    {
        // The renderer knows what came with the event to be drawn.
        (drawn, streamed) = (TextOf(args), null);
        return ValueChanged.InvokeAsync(drawn);
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ApiAdmin.Web.Shared;

/// <summary>
/// A text field whose text is also changed elsewhere, at every keystroke there: only the piece that differs is sent, and
/// the caret stays where it is. The browser's text is the field's; the server keeps in mind what it holds.
/// </summary>
public sealed class PatchedBox : StreamingField
{
    private string? first;
    private string held = "";
    private string? patch;
    private int patches;

    [Parameter, EditorRequired]
    public required string Value { get; set; }

    [Parameter, EditorRequired]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>The field is left with this text.</summary>
    [Parameter]
    public EventCallback<string> Left { get; set; }

    protected override void OnParametersSet()
    {
        if (first is null)
        {
            first = held = Value;
        }
        else if (Value != held)
        {
            patch = TextPatch.Write(++patches, held, Value);
            held = Value;
        }
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => Build(builder, "input", patch);

    protected override void BuildField(RenderTreeBuilder builder)
    {
        builder.AddAttribute(10, "value", first);
        builder.AddAttribute(11, "oninput", EventCallback.Factory.Create<ChangeEventArgs>(this, args => TakeAsync(TextOf(args), false)));
        builder.AddAttribute(12, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, args => TakeAsync(TextOf(args), true)));
    }

    protected override void ShowAgain() => (first, held, patch) = (Value, Value, null);

    protected override Task TakeAsync(string text, bool left)
    {
        held = text;
        return (left ? Left : ValueChanged).InvokeAsync(text);
    }
}

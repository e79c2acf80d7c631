using System.Text.Json;
using ApiAdmin.Core.Definitions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>The field for one input, by its type.</summary>
public sealed partial class InputEditor
{
    /// <summary>A file is held in memory as base64 until the run.</summary>
    private const int LargestFile = 5 * 1024 * 1024;

    private string? failure;
    private (InputField Field, string Text, string? Failure) drawn;

    [Parameter, EditorRequired]
    public required InputField Field { get; set; }

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public EventCallback<string> OnChange { get; set; }

    private string Id => $"input-{Field.Name}";

    private string HtmlType => Field switch
    {
        { Sensitive: true } => "password",
        { Type: ParamType.Date, Format: null } => "date",
        _ => "text",
    };

    // Not type="number": a browser would round what does not fit its own numbers, and digits are kept here.
    private string? Mode => Field.Type is ParamType.Integer ? "numeric" : Field.Type is ParamType.Number ? "decimal" : null;

    protected override void OnInitialized() => drawn = (Field, Text, failure);

    /// <summary>The panel follows each keystroke anywhere on the page; of hundreds of fields only those that changed are drawn.</summary>
    protected override bool ShouldRender()
    {
        var before = drawn;
        drawn = (Field, Text, failure);
        return drawn != before;
    }

    private Task SetText(string? text) => OnChange.InvokeAsync(text ?? "");

    private Task Check(ChangeEventArgs args) => OnChange.InvokeAsync(args.Value is true ? "true" : "false");

    private async Task LoadAsync(InputFileChangeEventArgs args)
    {
        failure = null;
        if (args.File.Size > LargestFile)
        {
            failure = L["Input.FileTooLarge"];
            StateHasChanged();
            return;
        }

        using var bytes = new MemoryStream();
        await using (var stream = args.File.OpenReadStream(LargestFile))
        {
            await stream.CopyToAsync(bytes);
        }

        var file = new Dictionary<string, string>
        {
            ["fileName"] = args.File.Name,
            ["contentType"] = args.File.ContentType,
            ["base64"] = Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length),
        };
        await OnChange.InvokeAsync(JsonSerializer.Serialize(file));
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.App;

/// <summary>
/// Puts the focus on a new page's heading, so that a screen reader begins there. Unlike the framework's own component it
/// never takes it from a field: its call arrives a round trip after the fields, when somebody may type in one already.
/// </summary>
public sealed class HeadingFocus : ComponentBase
{
    private Type? shown;
    private bool changed;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required Microsoft.AspNetCore.Components.RouteData RouteData { get; set; }

    protected override void OnParametersSet()
    {
        if (RouteData.PageType != shown)
        {
            (shown, changed) = (RouteData.PageType, true);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (changed)
        {
            changed = false;
            await Js.InvokeVoidAsync("apiAdmin.focusHeading");
        }
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ApiAdmin.Web.Shared;

/// <param name="Badge">A short count beside the title.</param>
public sealed record Tab(string Id, string Title, string? Badge = null);

public sealed partial class TabStrip
{
    private readonly Dictionary<string, ElementReference> buttons = [];

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Tab> Tabs { get; set; }

    [Parameter, EditorRequired]
    public required string Selected { get; set; }

    [Parameter]
    public EventCallback<string> SelectedChanged { get; set; }

    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private Task SelectAsync(string id) => SelectedChanged.InvokeAsync(id);

    private async Task MoveAsync(KeyboardEventArgs args)
    {
        var at = Tabs.ToList().FindIndex(t => t.Id == Selected);
        var to = args.Key switch
        {
            "ArrowRight" => (at + 1) % Tabs.Count,
            "ArrowLeft" => (at + Tabs.Count - 1) % Tabs.Count,
            "Home" => 0,
            "End" => Tabs.Count - 1,
            _ => at,
        };
        if (to != at)
        {
            await SelectAsync(Tabs[to].Id);
            await buttons[Tabs[to].Id].FocusAsync();
        }
    }
}

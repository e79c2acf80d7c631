using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Trash;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Definitions.List;

/// <summary>One page of APIs and what can be done with each of them.</summary>
public sealed partial class ApiTable
{
    [Inject]
    public required StarSwitch Stars { get; init; }

    [Inject]
    public required ApiDuplication Duplication { get; init; }

    [Inject]
    public required TrashUndo Undo { get; init; }

    [Inject]
    public required TimeProvider Time { get; init; }

    [CascadingParameter]
    public PageZone Zone { get; set; } = PageZone.Utc;

    [Parameter, EditorRequired]
    public required IReadOnlyList<ApiSummary> Items { get; set; }

    [Parameter, EditorRequired]
    public required ApiListQuery Query { get; set; }

    [Parameter]
    public EventCallback<ApiSort> OnSort { get; set; }

    [Parameter]
    public bool MayDelete { get; set; }

    [Parameter]
    public EventCallback OnDeleted { get; set; }

    /// <summary>Keys of those that have the person's star.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlySet<string> Starred { get; set; }

    [Parameter]
    public EventCallback<(string Key, bool On)> OnStar { get; set; }

    private Task StarAsync(string key)
    {
        var on = !Starred.Contains(key);
        return Stars.SetAsync(key, on, () => OnStar.InvokeAsync((key, on)), Stopped);
    }
}

using ApiAdmin.Core.Definitions;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.List;

/// <summary>All, favourites, trash; the tree of categories; what the person opened last.</summary>
public sealed partial class ApiRail
{
    private readonly Dictionary<string, bool> opened = new(StringComparer.Ordinal);
    private bool open;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Parameter, EditorRequired]
    public required ApiListQuery Query { get; set; }

    [Parameter]
    public bool InTrash { get; set; }

    [Parameter]
    public bool MayWrite { get; set; }

    [Parameter, EditorRequired]
    public required ApiCategories Categories { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<ApiSummary> Recent { get; set; }

    private string Chosen => this switch
    {
        { InTrash: true } => L["Rail.Trash"],
        { Query.FavouritesOnly: true } => L["Rail.Favourites"],
        { Query.Category: ApiCategories.None } => L["Rail.Without"],
        { Query.Category: { } category } => category,
        _ => L["Rail.All"],
    };

    private void Toggle((string Path, bool Open) branch) => opened[branch.Path] = branch.Open;

    private RenderFragment Entry(ApiListQuery query, string icon, string text, bool current) => builder =>
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "class", "rail-link");
        builder.AddAttribute(2, "href", ApiListAddress.Write(Navigation, query));
        builder.AddAttribute(3, "aria-current", current ? "page" : null);
        builder.OpenComponent<MudIcon>(4);
        builder.AddComponentParameter(5, nameof(MudIcon.Icon), icon);
        builder.AddComponentParameter(6, nameof(MudIcon.Size), Size.Small);
        builder.CloseComponent();
        builder.AddContent(7, text);
        builder.CloseElement();
    };
}

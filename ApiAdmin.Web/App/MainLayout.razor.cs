using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace ApiAdmin.Web.App;

public sealed partial class MainLayout : LayoutComponentBase, IDisposable
{
    private bool menuOpen;
    private PageErrorBoundary? boundary;

    [Inject]
    public required NavigationManager Navigation { get; init; }

    // A bare "#content" would resolve against <base href> and leave the page.
    private string SkipTarget => new UriBuilder(Navigation.Uri) { Fragment = "content" }.Uri.PathAndQuery + "#content";

    public void Dispose() => Navigation.LocationChanged -= OnLocationChanged;

    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    private void OnLocationChanged(object? sender, LocationChangedEventArgs arguments)
    {
        CloseMenu();
        boundary?.Recover();
        _ = InvokeAsync(StateHasChanged);
    }

    private void CloseMenu() => menuOpen = false;
}

using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>
/// A part of the API page. It draws itself again only when what it shows has changed, so that a keystroke in one
/// field costs one field, not the page.
/// </summary>
public abstract class EditPart : AppComponent
{
    private object? drawn;

    [CascadingParameter]
    public required EditSession Session { get; set; }

    protected EditModel Model => Session.Model;

    protected ApiDefinition Api => Session.Model.Current;

    protected FindingMap Findings => Session.Findings;

    protected bool Locked => !Session.MayWrite;

    /// <summary>Everything the part shows, as a value to compare.</summary>
    protected abstract object Shown { get; }

    protected override void OnInitialized()
    {
        drawn = Shown;
        Session.Changed += OnSessionChanged;
    }

    protected override void Dispose(bool disposing)
    {
        Session.Changed -= OnSessionChanged;
        base.Dispose(disposing);
    }

    protected void Change(Func<ApiDefinition, ApiDefinition> change) => Model.Change(change);

    /// <summary>What an input or select holds after a change.</summary>
    protected static string Text(ChangeEventArgs args) => args.Value as string ?? "";

    private void OnSessionChanged() => _ = InvokeAsync(() =>
    {
        var now = Shown;
        if (!now.Equals(drawn))
        {
            drawn = now;
            StateHasChanged();
        }
    });
}

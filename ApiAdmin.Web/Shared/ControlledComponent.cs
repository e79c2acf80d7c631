using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Shared;

/// <summary>
/// A component that shows only what its parameters say and hands every change to its owner. An event does not draw it:
/// that would be with the parameters from before the change, and would set a field back while somebody types in it.
/// The owner's new parameters draw it.
/// </summary>
public abstract class ControlledComponent : ComponentBase, IHandleEvent
{
    Task IHandleEvent.HandleEventAsync(EventCallbackWorkItem item, object? arg) => item.InvokeAsync(arg);

    /// <summary>What an input or select holds after a change.</summary>
    protected static string TextOf(ChangeEventArgs args) => args.Value as string ?? "";
}

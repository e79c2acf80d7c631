using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>
/// What the one delegated listener of the browser tells a grid: a row wants to be edited, or a key that moves things
/// was pressed. Ordinary typing never comes this way.
/// </summary>
public sealed class GridEventArgs : EventArgs
{
    public int Row { get; set; }

    public string? Column { get; set; }

    /// <summary>Its number; the answer names it.</summary>
    public int Ask { get; set; }

    /// <summary><c>Enter</c>, <c>Shift+Enter</c>, <c>Alt+ArrowUp</c>, <c>Alt+ArrowDown</c>, <c>Delete</c>, <c>Escape</c>, <c>Ctrl+z</c>, <c>Ctrl+y</c>, <c>Paste</c>; null when only focus moved.</summary>
    public string? Key { get; set; }
}

/// <summary>A key that works anywhere on a page: <c>save</c>, <c>run</c>, <c>cancel</c>.</summary>
public sealed class ShortcutEventArgs : EventArgs
{
    public string? Name { get; set; }
}

[EventHandler("ongridevent", typeof(GridEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onshortcut", typeof(ShortcutEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;

using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Interchange;

/// <summary>A text area with <c>data-streamed</c> has other text; the text itself is fetched as a stream.</summary>
public sealed class StreamedEventArgs : EventArgs
{
    /// <summary>Characters.</summary>
    public int Length { get; set; }

    /// <summary>The text itself while it is short and the area is <c>data-streamed="inline"</c>; else it is fetched.</summary>
    public string? Text { get; set; }
}

[EventHandler("onstreamed", typeof(StreamedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;

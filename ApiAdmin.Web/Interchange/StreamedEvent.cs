using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Interchange;

/// <summary>A field with <c>data-streamed</c>, or one with <c>data-streams</c> and a long text, has other text; the text itself is fetched as a stream.</summary>
public sealed class StreamedEventArgs : EventArgs
{
    /// <summary>Characters.</summary>
    public int Length { get; set; }

    /// <summary>The text itself while it is short and the area is <c>data-streamed="inline"</c>; else it is fetched.</summary>
    public string? Text { get; set; }

    /// <summary>The field was left; its text is not new.</summary>
    public bool Left { get; set; }
}

[EventHandler("onstreamed", typeof(StreamedEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers;

using System.Text;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>A body as far as it is kept, masked, opened for one look at it.</summary>
/// <param name="Stream">Can seek.</param>
/// <param name="Charset">What its bytes are written in; null when that is not known.</param>
public sealed record BodyContent(Stream Stream, string? Charset) : IAsyncDisposable
{
    /// <summary>What the report itself holds of it. A text has gone through its charset already and is UTF-8 here.</summary>
    public static BodyContent Of(ReportResponse response) => response.BodyBase64 is { } base64
        ? new BodyContent(new MemoryStream(Convert.FromBase64String(base64), writable: false), null)
        : new BodyContent(new MemoryStream(Encoding.UTF8.GetBytes(response.Body ?? ""), writable: false), "utf-8");

    /// <summary>Every byte below 0x80 in it is the ASCII character of that code.</summary>
    public bool IsUtf8 => Charset is null or "utf-8";

    public Encoding Encoding => Charsets.Find(Charset)?.Encoding ?? Encoding.UTF8;

    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}

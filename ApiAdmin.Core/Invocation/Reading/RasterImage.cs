namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>
/// Pictures by their first bytes (WHATWG MIME Sniffing, section 6.1), whatever the answer says they are. Only formats of
/// points: SVG is a document that can hold scripts, and is a text here.
/// </summary>
public static class RasterImage
{
    /// <summary>So many first bytes are enough.</summary>
    public const int Signature = 16;

    /// <summary>The media type a browser is told; null for what is no such picture.</summary>
    public static string? Sniff(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a]) ? "image/png"
        : head.StartsWith((ReadOnlySpan<byte>)[0xff, 0xd8, 0xff]) ? "image/jpeg"
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? "image/gif"
        : head.Length >= 15 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBPVP"u8) ? "image/webp"
        : head.Length >= 14 && head.StartsWith("BM"u8) && head[6..10].IndexOfAnyExcept((byte)0) < 0 ? "image/bmp"
        : null;
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ApiAdmin.Web.Invocation.Panel;

/// <summary>Bodies as text for people.</summary>
public static class BodyText
{
    public const int Window = 64 * 1024;

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>JSON with its lines set in, numbers with all their digits; anything else as it is.</summary>
    public static string Pretty(string text)
    {
        if (text.AsSpan().TrimStart() is not ['{' or '[', ..])
        {
            return text;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonSerializer.Serialize(document.RootElement, Indented);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON after all, or a string in it is no text (a lone surrogate): shown as it came.
            return text;
        }
    }

    /// <summary>A window of the spooled body; a character cut at its edge shows as U+FFFD.</summary>
    public static string Decode(ReadOnlyMemory<byte> bytes, string? charset)
    {
        try
        {
            return Encoding.GetEncoding(charset ?? "utf-8").GetString(bytes.Span);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8.GetString(bytes.Span);
        }
    }

    /// <summary>Bytes that are no text, sixteen to a line with their offset.</summary>
    public static string Hex(string? base64)
    {
        var lines = new StringBuilder();
        foreach (var (i, line) in Convert.FromBase64String(base64 ?? "").Chunk(16).Index())
        {
            var letters = string.Concat(line.Select(b => b is >= 0x20 and < 0x7f ? (char)b : '.'));
            lines.Append(CultureInfo.InvariantCulture, $"{i * 16:x8}  {BitConverter.ToString(line).Replace('-', ' '),-47}  {letters}\n");
        }

        return lines.ToString();
    }
}

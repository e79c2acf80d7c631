using System.Text;
using System.Text.Json;

namespace ApiAdmin.Core.Definitions.Reading;

/// <summary>The parser's complaint as a sentence with line and column as people count them.</summary>
internal static class MalformedJson
{
    public static string Sentence(JsonException malformed, ReadOnlySpan<byte> utf8)
    {
        if (utf8.Trim(" \t\r\n"u8).IsEmpty)
        {
            return "There is no JSON: the text is empty. Give the JSON object that is asked for.";
        }

        return $"This is not well-formed JSON at {Place(malformed, utf8)}: {Reason(malformed)} Mend it there.";
    }

    private static TextPlace Place(JsonException malformed, ReadOnlySpan<byte> utf8)
    {
        var line = (int)(malformed.LineNumber ?? 0);
        var rest = utf8;
        for (var i = 0; i < line; i++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        var bytes = Math.Min((int)(malformed.BytePositionInLine ?? 0), rest.Length);
        return new TextPlace(line + 1, Encoding.UTF8.GetCharCount(rest[..bytes]) + 1);
    }

    /// <summary>The message without the zero-based place that the serializer appends.</summary>
    private static string Reason(JsonException malformed)
    {
        var end = malformed.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        if (end < 0)
        {
            end = malformed.Message.IndexOf(" Path:", StringComparison.Ordinal);
        }

        return end < 0 ? malformed.Message : malformed.Message[..end];
    }
}

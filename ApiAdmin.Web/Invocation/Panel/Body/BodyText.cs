using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>Bodies as text for people.</summary>
public static class BodyText
{
    private const int BytesOfALine = 16;
    private const int DeepestXml = 64;

    private static readonly XmlReaderSettings Plain = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>XML with its lines set in; null for what is none, or has a document type.</summary>
    public static string? PrettyXml(string text)
    {
        if (text.AsSpan().TrimStart() is not ['<', ..])
        {
            return null;
        }

        try
        {
            if (IsDeep(text))
            {
                return null;
            }

            using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Plain);
            var document = XDocument.Load(reader);
            return document.Declaration is { } declaration ? $"{declaration}\n{document}" : document.ToString();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Set in by so many levels, a text of brackets alone would become a page of blanks.</summary>
    private static bool IsDeep(string text)
    {
        using var reader = XmlReader.Create(new StringReader(text.TrimStart()), Plain);
        while (reader.Read())
        {
            if (reader.Depth > DeepestXml)
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsJson(string text)
    {
        try
        {
            JsonDocument.Parse(text).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Sixteen bytes to a line with their offset; cut before the lines of the match and behind them.</summary>
    public static (string Before, string Match, string After) Hex(ReadOnlySpan<byte> bytes, long offset, int start, int end)
    {
        if (start == end)
        {
            return (Lines(bytes, offset), "", "");
        }

        var from = start / BytesOfALine * BytesOfALine;
        var to = Math.Min(bytes.Length, (end + BytesOfALine - 1) / BytesOfALine * BytesOfALine);
        return (Lines(bytes[..from], offset), Lines(bytes[from..to], offset + from), Lines(bytes[to..], offset + to));
    }

    private static string Lines(ReadOnlySpan<byte> bytes, long offset)
    {
        var lines = new StringBuilder();
        for (var at = 0; at < bytes.Length; at += BytesOfALine)
        {
            var line = bytes[at..Math.Min(at + BytesOfALine, bytes.Length)].ToArray();
            var letters = string.Concat(line.Select(b => b is >= 0x20 and < 0x7f ? (char)b : '.'));
            lines.Append(CultureInfo.InvariantCulture, $"{offset + at:x8}  {BitConverter.ToString(line).Replace('-', ' '),-47}  {letters}\n");
        }

        return lines.ToString();
    }
}

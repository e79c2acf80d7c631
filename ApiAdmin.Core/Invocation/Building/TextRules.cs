using System.Text;
using System.Xml;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>What a value cannot hold in a place; each answers the rest of a sentence ("… holds a line break …") or null.</summary>
internal static class TextRules
{
    /// <summary>A UTF-16 half on its own is no character and cannot be sent in any encoding.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out _, out var used) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[used..];
        }

        return true;
    }

    /// <summary>A header field's value (RFC 9110, section 5.5); beyond ASCII it goes as UTF-8.</summary>
    public static string? Header(string text)
    {
        if (text.Length > 0 && (text[0] is ' ' or '\t' || text[^1] is ' ' or '\t'))
        {
            return "begins or ends with a space, which HTTP drops. Remove it.";
        }

        return Control(text, '\t');
    }

    /// <summary>A name or file name in a multipart header.</summary>
    public static string? PartHeader(string text) => Control(text, null);

    /// <summary>XML 1.0, production Char.</summary>
    public static string? Xml(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                continue;
            }

            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                i++;
                continue;
            }

            return $"holds the character U+{(int)text[i]:X4}, which XML cannot carry. Remove it.";
        }

        return null;
    }

    private static string? Control(string text, char? allowed)
    {
        foreach (var c in text)
        {
            if (c is '\r' or '\n')
            {
                return "holds a line break, which a header cannot carry. Remove it.";
            }

            if (c != allowed && (c < ' ' || c == '\u007f'))
            {
                return $"holds the control character U+{(int)c:X4}, which a header cannot carry. Remove it.";
            }
        }

        return null;
    }
}

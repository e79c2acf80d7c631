using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>Reads a quoted name or text (RFC 9535, section 2.3.1.1).</summary>
internal static class QuotedText
{
    public static string? Read(PathCursor cursor)
    {
        var (start, quote) = (cursor.At, cursor.Current);
        var text = new StringBuilder();
        cursor.At++;
        while (!cursor.AtEnd && cursor.Current != quote && !cursor.Failed)
        {
            One(cursor, quote, text);
        }

        if (cursor.AtEnd)
        {
            cursor.FailAt(start, $"expected {quote} at the end of what begins here: the quote is not closed.");
        }

        cursor.At++;
        return cursor.Failed ? null : text.ToString();
    }

    private static void One(PathCursor cursor, char quote, StringBuilder text)
    {
        if (cursor.Current < ' ')
        {
            cursor.Fail(string.Create(CultureInfo.InvariantCulture, $"a control character cannot stand in quotes. Write \\u{(int)cursor.Current:x4}."));
        }
        else if (cursor.Current == '\\')
        {
            Escape(cursor, quote, text);
        }
        else
        {
            text.Append(cursor.Current);
            cursor.At++;
        }
    }

    private static void Escape(PathCursor cursor, char quote, StringBuilder text)
    {
        var meant = cursor.Next switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            '/' or '\\' => cursor.Next,
            var c when c == quote => c,
            _ => '\0',
        };
        if (meant != '\0')
        {
            text.Append(meant);
            cursor.At += 2;
        }
        else if (cursor.Next != 'u')
        {
            cursor.Fail($"this is no escape. Write \\\\ for a backslash and \\{quote} for a quote.");
        }
        else
        {
            Unicode(cursor, text);
        }
    }

    private static void Unicode(PathCursor cursor, StringBuilder text)
    {
        var start = cursor.At;
        if (Hex(cursor) is not { } first)
        {
            cursor.FailAt(start, "expected four hexadecimal digits after \\u, as in \\u00e9.");
            return;
        }

        text.Append(first);
        if (!char.IsSurrogate(first))
        {
            return;
        }

        if (char.IsHighSurrogate(first) && Hex(cursor) is { } second && char.IsLowSurrogate(second))
        {
            text.Append(second);
        }
        else
        {
            cursor.FailAt(start, "this is half of a character. Write both halves (\\ud83d\\ude00), or the character itself.");
        }
    }

    private static char? Hex(PathCursor cursor)
    {
        var at = cursor.At;
        var digits = cursor.Text.AsSpan(at, Math.Min(6, cursor.Text.Length - at));
        if (digits is not ['\\', 'u', _, _, _, _] || !ushort.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return null;
        }

        cursor.At += 6;
        return (char)code;
    }
}

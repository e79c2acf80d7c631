using System.Globalization;
using System.Text;

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>
/// A text that a line cannot hold as it is: <c>\"first line\nsecond"</c>. It begins with a backslash, because a value in
/// plain quotes, such as an entity tag, is a value with its quotes.
/// </summary>
public static class QuotedText
{
    public const string Begin = "\\\"";

    public static string Write(string text)
    {
        var written = new StringBuilder(Begin);
        for (var i = 0; i < text.Length; i++)
        {
            written.Append(text[i] switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                var c when MustEscape(c) || IsLone(text, i) => $"\\u{(int)c:x4}",
                var c => c.ToString(),
            });
        }

        return written.Append('"').ToString();
    }

    /// <returns>Where it ends, 0 when the text does not begin with a whole quoted text.</returns>
    public static int Read(string text, out string? content)
    {
        content = null;
        if (!text.StartsWith(Begin, StringComparison.Ordinal))
        {
            return 0;
        }

        var read = new StringBuilder();
        for (var i = Begin.Length; i < text.Length;)
        {
            if (text[i] == '"')
            {
                content = read.ToString();
                return i + 1;
            }

            if (!TryReadOne(text, ref i, out var c))
            {
                return 0;
            }

            read.Append(c);
        }

        return 0;
    }

    /// <summary>Would end the line, be lost on the way through a text area, or not be seen.</summary>
    public static bool MustEscape(char c) => char.IsControl(c) || c == '\uFEFF';

    public static bool HasLoneSurrogate(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (IsLone(text, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsLone(string text, int i) =>
        char.IsHighSurrogate(text[i]) ? i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));

    private static bool TryReadOne(string text, ref int i, out char c)
    {
        c = text[i++];
        if (c != '\\')
        {
            return true;
        }

        if (i == text.Length)
        {
            return false;
        }

        c = text[i++];
        if (c == 'u')
        {
            var digits = text.AsSpan(i, Math.Min(4, text.Length - i));
            i += digits.Length;
            var read = ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && digits.Length == 4;
            c = (char)code;
            return read;
        }

        c = c switch { 'n' => '\n', 'r' => '\r', 't' => '\t', _ => c };
        return true;
    }
}

using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Interchange.Shell;

/// <summary>
/// The inside of bash's <c>$'…'</c> (bash manual, section 3.1.2.4). Escapes by number are bytes there, so the text is
/// put together as UTF-8 and read once at the end.
/// </summary>
internal static class AnsiQuote
{
    /// <param name="at">Behind the opening quote; afterwards behind the closing one.</param>
    public static string Read(string text, ref int at)
    {
        var opened = at - 2;
        using var bytes = new MemoryStream();
        while (at < text.Length && text[at] != '\'')
        {
            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
                Escape(text, ref at, bytes);
                continue;
            }

            var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
            bytes.Write(Encoding.UTF8.GetBytes(text.Substring(at, length)));
            at += length;
        }

        if (at >= text.Length)
        {
            throw new ShellException("The quote $' is never closed. Copy the command to its end, or add the closing '.", opened);
        }

        at++;
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void Escape(string text, ref int at, MemoryStream bytes)
    {
        var c = text[at++];
        switch (c)
        {
            case 'x' when Number(text, ref at, 2, 16) is { } hex:
                bytes.WriteByte((byte)hex);
                return;
            case 'u' when Number(text, ref at, 4, 16) is { } unit:
                WriteUnit(text, ref at, unit, bytes);
                return;
            case 'U' when Number(text, ref at, 8, 16) is { } rune:
                WriteRune(rune, bytes);
                return;
            case >= '0' and <= '7':
                at--;
                bytes.WriteByte((byte)Number(text, ref at, 3, 8)!.Value);
                return;
            case 'c' when at < text.Length:
                bytes.WriteByte((byte)(text[at++] & 0x1f));
                return;
        }

        bytes.Write(Encoding.UTF8.GetBytes(Named(c)));
    }

    private static string Named(char c) => c switch
    {
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'v' => "\v",
        'e' or 'E' => "\u001b",
        '\\' or '\'' or '"' or '?' => c.ToString(),
        _ => "\\" + c,
    };

    /// <summary>Browsers write a character beyond the first plane as its two UTF-16 halves.</summary>
    private static void WriteUnit(string text, ref int at, int unit, MemoryStream bytes)
    {
        var next = at + 2;
        if (char.IsHighSurrogate((char)unit) && text.AsSpan(at).StartsWith("\\u") && Number(text, ref next, 4, 16) is { } low && char.IsLowSurrogate((char)low))
        {
            at = next;
            unit = char.ConvertToUtf32((char)unit, (char)low);
        }

        WriteRune(unit, bytes);
    }

    private static void WriteRune(int value, MemoryStream bytes) =>
        bytes.Write(Encoding.UTF8.GetBytes((Rune.IsValid(value) ? new Rune(value) : Rune.ReplacementChar).ToString()));

    private static int? Number(string text, ref int at, int digits, int radix)
    {
        var end = at;
        while (end < text.Length && end - at < digits && (radix == 16 ? char.IsAsciiHexDigit(text[end]) : text[end] is >= '0' and <= '7'))
        {
            end++;
        }

        if (end == at)
        {
            return null;
        }

        var number = radix == 16
            ? int.Parse(text.AsSpan(at, end - at), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : Convert.ToInt32(text[at..end], 8);
        at = end;
        return number;
    }
}

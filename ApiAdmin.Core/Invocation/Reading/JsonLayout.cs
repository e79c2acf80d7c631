using System.Text;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>
/// Sets JSON out in lines without parsing it, so that it can begin in the middle of a body: what it has to know of all
/// that stands before is a depth and whether a string is open. What is no JSON comes out with all its characters too.
/// </summary>
public sealed class JsonLayout
{
    /// <summary>Deeper lines are set in no further: a body of brackets must not become a page of blanks.</summary>
    private const int DeepestIndent = 24;

    private readonly StringBuilder output = new();
    private int depth;
    private bool inString;
    private bool escaped;
    private bool opened;

    public int Length => output.Length;

    /// <summary>Reads over what stands before, as bytes of UTF-8.</summary>
    public void Skip(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var at = escaped ? 0 : inString ? bytes.IndexOfAny((byte)'"', (byte)'\\') : bytes.IndexOfAny("\"{}[]"u8);
            if (at < 0)
            {
                return;
            }

            Step((char)bytes[at]);
            bytes = bytes[(at + 1)..];
        }
    }

    public JsonLayout Write(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (inString)
            {
                i += WriteInString(text, i);
            }
            else if (!char.IsWhiteSpace(text[i]))
            {
                WriteOutside(text[i]);
            }
        }

        return this;
    }

    public override string ToString() => output.ToString();

    private void WriteOutside(char c)
    {
        var closes = c is '}' or ']';
        Step(c);
        if (opened && !closes)
        {
            NewLine(depth - (c is '{' or '[' ? 1 : 0));
        }
        else if (closes && !opened)
        {
            NewLine(depth);
        }

        opened = c is '{' or '[';
        output.Append(c);
        if (c == ',')
        {
            NewLine(depth);
        }
        else if (c == ':')
        {
            output.Append(' ');
        }
    }

    /// <returns>How many characters more than one it took: an escape of a character that can be shown is shown as it.</returns>
    private int WriteInString(string text, int at)
    {
        if (!escaped && text[at] == '\\' && Unescape(text, at) is { } shown)
        {
            output.Append(shown);
            return 5;
        }

        Step(text[at]);
        output.Append(text[at]);
        return 0;
    }

    private static char? Unescape(string text, int at)
    {
        if (at + 6 > text.Length || text[at + 1] != 'u' || !ushort.TryParse(text.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var code))
        {
            return null;
        }

        return (char)code is var c && (char.IsLetterOrDigit(c) || char.IsPunctuation(c) || char.IsSymbol(c)) && c is not ('"' or '\\') ? c : null;
    }

    private void Step(char c)
    {
        if (escaped)
        {
            escaped = false;
        }
        else if (inString)
        {
            (inString, escaped) = (c != '"', c == '\\');
        }
        else
        {
            inString = c == '"';
            depth = Math.Max(0, depth + (c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0));
        }
    }

    private void NewLine(int at) => output.Append('\n').Append(' ', 2 * Math.Clamp(at, 0, DeepestIndent));
}

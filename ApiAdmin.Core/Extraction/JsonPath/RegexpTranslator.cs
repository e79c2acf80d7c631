using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>
/// I-Regexp (RFC 9485, section 3) to the framework's syntax. I-Regexp knows characters where the framework knows UTF-16
/// halves, so classes become sets of characters first and are written out with surrogate pairs.
/// </summary>
internal sealed class RegexpTranslator(string pattern)
{
    private const int DeepestGroup = 64;

    /// <summary>Of all repetitions in one another: the automaton grows with it.</summary>
    private const long LargestRepetition = 10_000;

    private readonly StringBuilder into = new();
    private int at;
    private int depth;
    private bool failed;

    private char Current => at < pattern.Length ? pattern[at] : '\0';

    private bool AtEnd => at >= pattern.Length;

    /// <returns>Null when it is no I-Regexp.</returns>
    public string? Translate()
    {
        Branches();
        return failed || !AtEnd ? null : into.ToString();
    }

    /// <returns>How large the automaton of it is, about.</returns>
    private long Branches()
    {
        var size = Branch();
        while (!failed && Current == '|')
        {
            at++;
            into.Append('|');
            size += Branch();
        }

        return size;
    }

    private long Branch()
    {
        var size = 1L;
        while (!failed && !AtEnd && Current is not ('|' or ')'))
        {
            size += Piece();
        }

        return size;
    }

    private long Piece()
    {
        into.Append("(?:");
        var size = Atom();
        into.Append(')');
        switch (Current)
        {
            case '*' or '+' or '?' when !AtEnd:
                into.Append(pattern[at++]);
                break;
            case '{' when !AtEnd:
                size *= Range();
                break;
        }

        failed |= size > LargestRepetition;
        return size;
    }

    private long Atom()
    {
        switch (Current)
        {
            case '(':
                return Group();
            case '[':
                Append(new RegexpClass(pattern, at).Read(out at));
                return 2;
            case '.':
                at++;
                Append(CharacterSet.OfLine);
                return 2;
            case '\\':
                Append(RegexpClass.Escaped(pattern, ref at));
                return 2;
            case '^' or '$':
                // Left as they are by the mapping of RFC 9485, section 5.3, and so anchors; the compliance suite agrees.
                into.Append(pattern[at++] == '^' ? @"\A" : @"\z");
                return 1;
            case '*' or '+' or '?' or '{' or '}' or ']' or ')' or '|':
                failed = true;
                return 0;
            default:
                Literal();
                return 1;
        }
    }

    private long Group()
    {
        at++;
        failed |= ++depth > DeepestGroup;
        var size = failed ? 0 : Branches();
        depth--;
        failed |= Current != ')' || AtEnd;
        at++;
        return size;
    }

    private void Literal()
    {
        if (!Rune.TryGetRuneAt(pattern, at, out var rune))
        {
            failed = true;
            return;
        }

        Append(CharacterSet.Of(rune.Value));
        at += rune.Utf16SequenceLength;
    }

    private void Append(CharacterSet? set)
    {
        failed |= set is null;
        set?.AppendTo(into);
    }

    /// <summary><c>{n}</c>, <c>{n,}</c>, <c>{n,m}</c>.</summary>
    private long Range()
    {
        at++;
        var least = Number();
        var most = least;
        var text = $"{{{least}";
        if (Current == ',')
        {
            at++;
            most = char.IsAsciiDigit(Current) ? Number() : -1;
            text += most < 0 ? "," : string.Create(CultureInfo.InvariantCulture, $",{most}");
        }

        failed |= Current != '}' || (most >= 0 && most < least);
        at++;
        into.Append(text).Append('}');
        return Math.Max(1, Math.Max(least, most));
    }

    private long Number()
    {
        var start = at;
        while (char.IsAsciiDigit(Current))
        {
            at++;
        }

        failed |= at == start || at - start > 6;
        return failed ? 0 : long.Parse(pattern.AsSpan(start, at - start), CultureInfo.InvariantCulture);
    }
}

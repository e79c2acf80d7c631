using System.Text;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>Reads a character class of RFC 9485: <c>[^a-z\p{L}-]</c>.</summary>
internal sealed class RegexpClass(string pattern, int start)
{
    private readonly List<CharacterSet> parts = [];
    private int at = start + 1;
    private bool failed;

    private char Current => at < pattern.Length ? pattern[at] : '\0';

    /// <returns>Null when it is none.</returns>
    public CharacterSet? Read(out int end)
    {
        var negated = Current == '^';
        at += negated ? 1 : 0;
        if (Current == '-')
        {
            Hyphen();
        }

        while (!failed && at < pattern.Length && Current is not (']' or '-'))
        {
            Part();
        }

        if (Current == '-')
        {
            Hyphen();
        }

        failed |= Current != ']' || parts.Count == 0;
        end = at + 1;
        return failed ? null : negated ? CharacterSet.Union(parts).Complement() : CharacterSet.Union(parts);
    }

    /// <summary><c>\n</c>, <c>\.</c> … and <c>\p{…}</c>, <c>\P{…}</c>; null for what is no escape there.</summary>
    public static CharacterSet? Escaped(string pattern, ref int at)
    {
        var escaped = at + 1 < pattern.Length ? pattern[at + 1] : '\0';
        if (escaped is 'p' or 'P')
        {
            var close = pattern.IndexOf('}', at);
            if (close < at + 3 || pattern[at + 2] != '{' || CharacterSet.OfCategory(pattern[(at + 3)..close]) is not { } set)
            {
                return null;
            }

            at = close + 1;
            return escaped == 'P' ? set.Complement() : set;
        }

        at += 2;
        return escaped switch
        {
            'n' => CharacterSet.Of('\n'),
            'r' => CharacterSet.Of('\r'),
            't' => CharacterSet.Of('\t'),
            (>= '(' and <= '+') or '-' or '.' or '?' or (>= '[' and <= '^') or (>= '{' and <= '}') => CharacterSet.Of(escaped),
            _ => null,
        };
    }

    private void Hyphen()
    {
        parts.Add(CharacterSet.Of('-'));
        at++;
    }

    private void Part()
    {
        if (Current == '\\' && at + 1 < pattern.Length && pattern[at + 1] is 'p' or 'P')
        {
            Add(Escaped(pattern, ref at));
            return;
        }

        var first = Single();
        if (Current != '-' || at + 1 >= pattern.Length || pattern[at + 1] == ']')
        {
            Add(first is { } one ? CharacterSet.Of(one) : null);
            return;
        }

        at++;
        var last = Single();
        Add(first <= last ? CharacterSet.Of(first.Value, last!.Value) : null);
    }

    private int? Single()
    {
        if (Current == '\\')
        {
            return Escaped(pattern, ref at) is { Single: { } escaped } ? escaped : null;
        }

        if (Current is '[' or ']' or '-' || !Rune.TryGetRuneAt(pattern, Math.Min(at, pattern.Length - 1), out var rune))
        {
            return null;
        }

        at += rune.Utf16SequenceLength;
        return rune.Value;
    }

    private void Add(CharacterSet? part)
    {
        failed |= part is null;
        parts.Add(part ?? CharacterSet.OfLine);
    }
}

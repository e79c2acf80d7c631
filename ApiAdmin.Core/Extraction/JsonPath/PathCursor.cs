using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>A place in a path's text while it is parsed. The first error counts; behind it nothing more is read.</summary>
internal sealed class PathCursor(string text)
{
    private const long LargestInteger = (1L << 53) - 1;

    private int open;

    public string Text { get; } = text;

    public int At { get; set; }

    public PathError? Error { get; private set; }

    public bool Failed => Error is not null;

    public bool AtEnd => At >= Text.Length;

    public char Current => At < Text.Length ? Text[At] : '\0';

    public char Next => At + 1 < Text.Length ? Text[At + 1] : '\0';

    /// <summary>RFC 9535, section 2.1.1.</summary>
    public void SkipSpace()
    {
        while (Current is ' ' or '\t' or '\n' or '\r')
        {
            At++;
        }
    }

    public bool Take(string token)
    {
        if (string.CompareOrdinal(Text, At, token, 0, token.Length) != 0)
        {
            return false;
        }

        At += token.Length;
        return true;
    }

    /// <summary>Enters something nested; to be left again.</summary>
    public void Enter()
    {
        if (++open > JsonPathLimits.DeepestQuery)
        {
            Fail($"the path is nested deeper than {JsonPathLimits.DeepestQuery}. Take a part of it out.");
        }
    }

    public void Leave() => open--;

    public void Expect(char wanted, string why)
    {
        if (Failed)
        {
            return;
        }

        if (Current == wanted)
        {
            At++;
        }
        else
        {
            Fail($"expected {wanted}, {(AtEnd ? "but the path ends" : $"but there is {Quoted.Text(Shown())}")}. {why}");
        }
    }

    public void Fail(string message) => FailAt(At, message);

    public void FailAt(int index, string message) =>
        Error ??= new PathError(index + 1, FindingCodes.Malformed, string.Create(CultureInfo.InvariantCulture, $"At character {index + 1}: {message}"));

    /// <summary>The character here, whole also where it takes two.</summary>
    public string Shown() => AtEnd ? "" : Rune.TryGetRuneAt(Text, At, out var rune) ? rune.ToString() : "\ufffd";

    /// <returns>Null where no integer stands; what looks like one and is none fails.</returns>
    public long? Integer()
    {
        var start = At;
        if (Current == '-')
        {
            At++;
        }

        var digits = At;
        while (char.IsAsciiDigit(Current))
        {
            At++;
        }

        if (At == start)
        {
            return null;
        }

        var written = Text[start..At];
        if (At == digits || written == "-0" || (Text[digits] == '0' && At > digits + 1))
        {
            FailAt(start, $"{Quoted.Text(written)} is no whole number. Write it without zeros before it, for example [0] or [-1].");
            return null;
        }

        if (At - digits <= 16 && long.Parse(written, CultureInfo.InvariantCulture) is >= -LargestInteger and <= LargestInteger and var value)
        {
            return value;
        }

        FailAt(start, $"{Quoted.Text(written)} is beyond the {LargestInteger} that an index can be.");
        return null;
    }

    /// <summary>A name after a dot; null where none stands.</summary>
    public string? ShortName()
    {
        var start = At;
        while (!AtEnd && PathStep.IsNameChar(Current))
        {
            At++;
        }

        var name = Text[start..At];
        if (name.Length == 0)
        {
            Fail("a name is missing after the dot. Write .name or ['a name with other characters'].");
            return null;
        }

        if (char.IsAsciiDigit(name[0]))
        {
            FailAt(start, $"a name after a dot cannot begin with a digit. Write ['{name}'] for a member or [{name}] for an element.");
            return null;
        }

        return name;
    }
}

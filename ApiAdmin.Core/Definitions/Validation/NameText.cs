using System.Text;
using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Definitions.Validation;

/// <summary>What names may be made of; each answers a finding's code and sentence, or null.</summary>
internal static partial class NameText
{
    public const int Longest = 200;

    /// <summary>One line of text for people or for a request: given, not too long, without control characters.</summary>
    public static Finding? Line(string path, string text, string what, int longest = Longest, bool required = true)
    {
        if (required && string.IsNullOrWhiteSpace(text))
        {
            return new(path, FindingCodes.Required, $"{what} is missing; give it one.");
        }

        return TooLong(path, text, what, longest) ?? Control(path, text, what);
    }

    public static Finding? TooLong(string path, string text, string what, int longest) => text.Length <= longest
        ? null
        : new(path, FindingCodes.TooLong, $"{what} has {text.Length} characters; at most {longest} are allowed. Shorten it.");

    public static Finding? Control(string path, string text, string what, string allowed = "")
    {
        var index = text.AsSpan().IndexOfAnyExcept(Uncontrolled(allowed));
        return index < 0
            ? null
            : new(path, FindingCodes.InvalidCharacter, $"{what} holds the control character U+{(int)text[index]:X4} at position {index + 1}; remove it.");
    }

    /// <summary>RFC 9110, section 5.6.2.</summary>
    public static bool IsToken(string name) => Token().IsMatch(name);

    /// <summary>The characters of <paramref name="name"/> that are none of a token's, for a message.</summary>
    public static string NotOfAToken(string name) =>
        Quoted.Text(string.Concat(name.EnumerateRunes().Where(rune => !IsToken(rune.ToString())).Distinct().Take(5)));

    private static System.Buffers.SearchValues<char> Uncontrolled(string allowed) => allowed.Length == 0 ? NoControls : NoControlsButLayout;

    private static readonly System.Buffers.SearchValues<char> NoControls =
        System.Buffers.SearchValues.Create([.. AllChars().Where(c => !char.IsControl(c) || c == '\0')]);

    private static readonly System.Buffers.SearchValues<char> NoControlsButLayout =
        System.Buffers.SearchValues.Create([.. AllChars().Where(c => !char.IsControl(c) || c is '\0' or '\r' or '\n' or '\t')]);

    // U+0000 is TextRule's business; saying it twice would be noise.
    private static IEnumerable<char> AllChars() => Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code);

    [GeneratedRegex(@"^[!#$%&'*+\-.^_`|~0-9A-Za-z]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}

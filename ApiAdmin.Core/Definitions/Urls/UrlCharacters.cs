using System.Text;

namespace ApiAdmin.Core.Definitions.Urls;

/// <summary>What may not stand anywhere in a URL as typed. Letters beyond ASCII may: they go out percent-encoded in UTF-8.</summary>
internal static class UrlCharacters
{
    private const string Refused = "\"<>\\^`|";

    public static void Check(string url, List<UrlFault> faults)
    {
        var column = 0;
        foreach (var rune in url.EnumerateRunes())
        {
            if (Cure(rune) is { } cure)
            {
                faults.Add(new(FindingCodes.InvalidCharacter, $"The character at column {column + 1} is not allowed in a URL: {cure}"));
                return;
            }

            column += rune.Utf16SequenceLength;
        }

        CheckPercent(url, faults);
    }

    public static void CheckQuery(string? query, int column, List<UrlFault> faults)
    {
        if (query?.IndexOfAny(['{', '}']) is >= 0 and var brace)
        {
            faults.Add(new(FindingCodes.NotAllowed, $"\"{query[brace]}\" at column {column + brace}: {{name}} is only allowed in the path. Make it a Request param in the query."));
        }
    }

    private static string? Cure(Rune rune)
    {
        if (rune.Value == ' ' || (!rune.IsAscii && Rune.IsWhiteSpace(rune)))
        {
            return "it is a space; write %20, or remove it.";
        }

        if (Rune.IsControl(rune))
        {
            return $"it is the control character U+{rune.Value:X4}; remove it.";
        }

        if (rune == Rune.ReplacementChar)
        {
            return "it is half of a character or the replacement character; retype it.";
        }

        return rune.IsAscii && Refused.Contains((char)rune.Value, StringComparison.Ordinal)
            ? $"write %{rune.Value:X2} instead of {(char)rune.Value}."
            : null;
    }

    private static void CheckPercent(string url, List<UrlFault> faults)
    {
        for (var index = url.IndexOf('%', StringComparison.Ordinal); index >= 0; index = url.IndexOf('%', index + 1))
        {
            if (index + 2 >= url.Length || !char.IsAsciiHexDigit(url[index + 1]) || !char.IsAsciiHexDigit(url[index + 2]))
            {
                faults.Add(new(FindingCodes.Malformed, $"The \"%\" at column {index + 1} is not followed by two hexadecimal digits; write %25 for a percent sign."));
                return;
            }
        }
    }
}

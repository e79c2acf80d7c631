using System.Globalization;
using System.Text;

namespace ApiAdmin.Web.Operations;

/// <summary>Text from outside made fit for a log: one event stays one line, and a terminal is not steered.</summary>
public static class LogText
{
    private const int Longest = 500;

    /// <summary>One value, cut to a decent length.</summary>
    public static string Safe(string? text) =>
        text is null ? "" : text.Length <= Longest ? OneLine(text) : OneLine(text[..Longest]) + "…";

    /// <summary>Control characters and line ends as <c>\u001b</c>.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(Steers))
        {
            return text;
        }

        var safe = new StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            if (Steers(character))
            {
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            }
            else
            {
                safe.Append(character);
            }
        }

        return safe.ToString();
    }

    // Line ends of Unicode, and the marks that turn the reading direction of what follows.
    private static bool Steers(char character) =>
        char.IsControl(character) || character is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}

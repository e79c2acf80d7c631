using System.Text;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// Personal values as they look to who may not see them: of a phone the first 3 and last 4 digits (of fewer than 8 none),
/// of an e-mail the first letter and the domain, of accounts and visitor ids the last 2 characters.
/// </summary>
public static class Masking
{
    public const string Mask = "•••";

    /// <summary>From so many characters on masked values can be searched, and show the characters that were typed.</summary>
    public const int FewestSearched = 4;

    private const char Dot = '•';
    private const int FewestDigits = 8;
    private const int FirstDigits = 3;
    private const int LastDigits = 4;
    private const int LastCharacters = 2;

    /// <summary>Whether a text can only be a masked value that came back.</summary>
    public static bool IsMasked(string text) => text.Contains(Dot, StringComparison.Ordinal);

    /// <param name="typed">Digits somebody searched by; where they stand in the number they show.</param>
    public static string Phone(string phone, string? typed = null)
    {
        var digits = phone.Count(char.IsDigit);
        if (digits < FewestDigits)
        {
            return Mask;
        }

        var shown = Shown(PhoneReader.Digits(phone), typed);
        var builder = new StringBuilder(phone.Length);
        var seen = 0;
        foreach (var character in phone.Where(character => char.IsDigit(character) || character == '+'))
        {
            if (!char.IsDigit(character))
            {
                builder.Append(character);
                continue;
            }

            seen++;
            builder.Append(seen <= FirstDigits || seen > digits - LastDigits || shown.Contains(seen - 1) ? character : Dot);
        }

        return builder.ToString();
    }

    public static string Email(string email, string? typed = null)
    {
        var at = email.LastIndexOf('@');
        return at <= 0 ? Mask : First(email) + Middle(email[..at], typed) + email[at..];
    }

    public static string Account(string value, string? typed = null)
    {
        var runes = value.EnumerateRunes().ToArray();
        return runes.Length <= LastCharacters ? Mask
            : typed is { Length: >= FewestSearched } && SearchText.Fold(value).EndsWith(typed, StringComparison.Ordinal) ? Mask + typed
            : Middle(value, typed) + string.Concat(runes[^LastCharacters..].Select(rune => rune.ToString()));
    }

    /// <summary>The mask, with what was typed in it when the value holds it.</summary>
    private static string Middle(string value, string? typed) =>
        typed is { Length: >= FewestSearched } && SearchText.Fold(value).Contains(typed, StringComparison.Ordinal) ? Mask + typed + Mask : Mask;

    private static HashSet<int> Shown(string digits, string? typed)
    {
        // As typed, else without the zeros by which a number is dialled within its country or out of it.
        var number = typed is null ? "" : PhoneReader.Digits(typed);
        var found = digits.Contains(number, StringComparison.Ordinal) ? number : number.TrimStart('0');
        var at = found.Length < FewestSearched ? -1 : digits.IndexOf(found, StringComparison.Ordinal);
        return at < 0 ? [] : [.. Enumerable.Range(at, found.Length)];
    }

    private static string First(string text) => text.EnumerateRunes().First().ToString();
}

using System.Text;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// Personal values as they look to who may not see them: of a phone the first 3 and last 4 digits (of fewer than 8 none),
/// of an e-mail the first letter and the domain, of accounts and visitor ids the last 2 characters.
/// </summary>
public static class Masking
{
    public const string Mask = "•••";

    private const char Dot = '•';
    private const int FewestDigits = 8;
    private const int FirstDigits = 3;
    private const int LastDigits = 4;
    private const int LastCharacters = 2;

    /// <summary>Whether a text can only be a masked value that came back.</summary>
    public static bool IsMasked(string text) => text.Contains(Dot, StringComparison.Ordinal);

    public static string Phone(string phone)
    {
        var digits = phone.Count(char.IsDigit);
        if (digits < FewestDigits)
        {
            return Mask;
        }

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
            builder.Append(seen <= FirstDigits || seen > digits - LastDigits ? character : Dot);
        }

        return builder.ToString();
    }

    public static string Email(string email)
    {
        var at = email.LastIndexOf('@');
        return at <= 0 ? Mask : First(email) + Mask + email[at..];
    }

    public static string Account(string value)
    {
        var runes = value.EnumerateRunes().ToArray();
        return runes.Length <= LastCharacters ? Mask : Mask + string.Concat(runes[^LastCharacters..].Select(rune => rune.ToString()));
    }

    private static string First(string text) => text.EnumerateRunes().First().ToString();
}

using System.Globalization;
using System.Text;
using PhoneNumbers;

namespace ApiAdmin.Core.Customers;

/// <summary>A phone number for look-up and for people.</summary>
/// <param name="Value">Digits only, with country code when it could be told; empty when the text holds no digit.</param>
/// <param name="Shown"><c>+8613800138000</c>, or as typed when it cannot be parsed.</param>
public readonly record struct PhoneNumberText(string Value, string Shown);

/// <summary>
/// Reads phone numbers in any usual notation. What fits the length of a number of its country is one, whether or not the
/// range is assigned yet: metadata is older than the numbers of tomorrow. The rest is kept as typed and known by its digits.
/// </summary>
public sealed class PhoneReader(CustomerOptions options)
{
    /// <summary>Longer texts are no numbers; the library would only take time over them.</summary>
    private const int LongestNumber = 60;

    private static readonly PhoneNumberUtil Library = PhoneNumberUtil.GetInstance();

    private readonly string callingCode = Library.GetCountryCodeForRegion(options.DefaultRegion).ToString(CultureInfo.InvariantCulture);

    public PhoneNumberText Read(string typed)
    {
        var text = Ascii(typed).Trim();
        var digits = Digits(text);
        if (digits.Length == 0 || text.Length > LongestNumber)
        {
            return new PhoneNumberText(digits, typed.Trim());
        }

        return Parse(text) is { } number
            ? new PhoneNumberText(Key(number), Library.Format(number, PhoneNumberFormat.E164) + Extension(number))
            : new PhoneNumberText(digits, typed.Trim());
    }

    /// <summary>The digits that a look-up of <paramref name="typed"/> compares; empty when there are none.</summary>
    /// <param name="typed">As it arrives in a query: a space before digits was an unescaped plus.</param>
    public string Lookup(string typed) => Read(WithPlus(typed)).Value;

    /// <summary>
    /// What <see cref="Lookup"/> of the two most usual notations gives, without reading the number: <c>+8613800138000</c>, and digits of the
    /// default region without its trunk prefix. A guess that finds nobody says nothing.
    /// </summary>
    public string? Guess(string typed)
    {
        var text = typed.AsSpan();
        var international = text.StartsWith("+", StringComparison.Ordinal) || text.StartsWith(" ", StringComparison.Ordinal);
        var digits = text[(international ? 1 : 0)..];
        if (digits.Length is < 5 or > 15 || digits[0] == '0' || digits.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        return international ? digits.ToString() : string.Concat(callingCode, digits);
    }

    private static string WithPlus(string typed)
    {
        var rest = typed.AsSpan().TrimStart();
        return rest.Length > 0 && rest.Length < typed.Length && char.IsDigit(rest[0]) ? $"+{rest}" : typed;
    }

    /// <summary>The decimal digits of any script, as ASCII.</summary>
    public static string Digits(string text) => string.Concat(Ascii(text).Where(char.IsAsciiDigit));

    private PhoneNumber? Parse(string text)
    {
        // "00" is international everywhere, also where the country's own prefix is another (011 in the USA).
        var international = text.StartsWith("00", StringComparison.Ordinal) ? $"+{text.AsSpan(2)}" : text;
        try
        {
            var number = Library.Parse(international, options.DefaultRegion);
            return Library.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string Key(PhoneNumber number) =>
        number.CountryCode.ToString(CultureInfo.InvariantCulture) + Library.GetNationalSignificantNumber(number);

    private static string Extension(PhoneNumber number) => number.HasExtension && number.Extension.Length > 0 ? $" ext. {number.Extension}" : "";

    private static string Ascii(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0);
            _ = rune.Value == '＋' ? builder.Append('+') : digit >= 0 ? builder.Append((char)('0' + digit)) : builder.Append(rune.ToString());
        }

        return builder.ToString();
    }
}

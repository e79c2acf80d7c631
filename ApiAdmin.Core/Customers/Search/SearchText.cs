using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Customers;

/// <summary>
/// The one normaliser of what customers are searched by and of what is typed into the search: case, accents, width,
/// digits of any script and letters that people use for one another are made alike; what is no letter or digit separates words.
/// </summary>
public static class SearchText
{
    /// <summary>As <see cref="Fold"/>, with every run of other characters made one space and none at the ends.</summary>
    public static string Words(string text)
    {
        var folded = Fold(text);
        var builder = new StringBuilder(folded.Length);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherSymbol)
            {
                builder.Append(rune.ToString());
            }
            else if (builder.Length > 0 && builder[^1] != ' ')
            {
                builder.Append(' ');
            }
        }

        return builder.ToString().TrimEnd(' ');
    }

    public static string Fold(string text) => IsPlain(text) ? text.ToLowerInvariant() : FoldAny(text);

    private static bool IsPlain(string text) => System.Text.Ascii.IsValid(text);

    private static string FoldAny(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            Append(builder, rune);
        }

        return builder.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static void Append(StringBuilder builder, Rune rune)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format || rune.Value == Tatweel)
        {
            return;
        }

        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            builder.Append((char)('0' + CharUnicodeInfo.GetDecimalDigitValue(rune.ToString(), 0)));
            return;
        }

        _ = Alike(rune.Value) is { } alike ? builder.Append(alike) : builder.Append(Rune.ToLowerInvariant(rune).ToString());
    }

    private const int Tatweel = 0x0640;

    /// <summary>Letters that no decomposition makes alike, but that people type for one another.</summary>
    private static string? Alike(int rune) => rune switch
    {
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        'ς' => "σ",
        0x0649 or 0x06CC => "\u064A", // alef maksura and Farsi yeh: yeh
        0x0629 => "\u0647", // teh marbuta: heh
        0x06A9 => "\u0643", // keheh: kaf
        _ => null,
    };

    // Normalize throws on a lone surrogate and on U+FFFE, which a pasted text may hold.
    private static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => rune.Value == 0xFFFE ? "\uFFFD" : rune.ToString()));
}

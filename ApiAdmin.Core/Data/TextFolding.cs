using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Data;

/// <summary>
/// Text as lists search and sort it, made here and not by a collation, so that SQLite and PostgreSQL find and order
/// alike: compatibility forms unified, accents stripped, lower case.
/// </summary>
public static class TextFolding
{
    private const int SortKeyLength = 200;

    public static string Fold(string text)
    {
        var decomposed = WellFormed(text).Normalize(NormalizationForm.FormKD);
        var builder = new StringBuilder(decomposed.Length);
        foreach (var rune in decomposed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                builder.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return builder.ToString().Normalize(NormalizationForm.FormKC);
    }

    /// <summary>Folded and cut to what an index can hold on every database.</summary>
    public static string SortKey(string text)
    {
        var folded = Fold(text);
        if (folded.Length <= SortKeyLength)
        {
            return folded;
        }

        var end = char.IsHighSurrogate(folded[SortKeyLength - 1]) ? SortKeyLength - 1 : SortKeyLength;
        return folded[..end];
    }

    // Normalize throws on a lone surrogate and on U+FFFE and U+FFFF, which a pasted text or a file may hold.
    internal static string WellFormed(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => (rune.Value & 0xFFFE) == 0xFFFE ? "\uFFFD" : rune.ToString()));
}

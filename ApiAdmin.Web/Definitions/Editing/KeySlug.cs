using System.Globalization;
using System.Text;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>Suggests a key for a name: <c>Order status (v2)</c> → <c>order-status-v2</c>.</summary>
public static class KeySlug
{
    private const int Longest = 64;

    /// <summary>Lower-case ASCII letters, digits and single hyphens; empty when the name has none of them, as in Chinese.</summary>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, Longest)).TrimEnd('-');
    }
}

using System.Globalization;
using System.Text;

namespace ApiAdmin.Core;

/// <summary>Foreign text as it may stand in a sentence: in quotes, shortened, nothing invisible or broken in it.</summary>
public static class Quoted
{
    private const int Shown = 60;

    public static string Text(string text)
    {
        var builder = new StringBuilder(Shown + 2).Append('"');
        foreach (var rune in text.EnumerateRunes())
        {
            if (builder.Length > Shown)
            {
                builder.Append('…');
                break;
            }

            Append(builder, rune);
        }

        return builder.Append('"').ToString();
    }

    /// <summary>A list for a sentence: <c>a, b, c</c>; after <paramref name="most"/> of them a mere "…".</summary>
    public static string List(IEnumerable<string> names, int most = 20)
    {
        var list = names.Take(most + 1).ToList();
        return list.Count > most ? string.Join(", ", list.Take(most)) + " …" : string.Join(", ", list);
    }

    private static void Append(StringBuilder builder, Rune rune)
    {
        var hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;
        if (hidden)
        {
            builder.Append(CultureInfo.InvariantCulture, $"⟨U+{rune.Value:X4}⟩");
        }
        else
        {
            builder.Append(rune.ToString());
        }
    }
}

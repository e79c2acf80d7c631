using System.Text;

namespace ApiAdmin.Core.Customers;

/// <summary>The pieces of two and of three characters of which both databases' search indexes are made.</summary>
public static class SearchGrams
{
    /// <summary>The distinct pieces of <paramref name="size"/> characters (Unicode scalars) of a text made by <see cref="SearchText.Words"/>.</summary>
    public static IReadOnlyList<string> Of(string words, int size)
    {
        var runes = words.EnumerateRunes().ToArray();
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        var builder = new StringBuilder(size * 2);
        for (var start = 0; start + size <= runes.Length; start++)
        {
            builder.Clear();
            foreach (var rune in runes.AsSpan(start, size))
            {
                builder.Append(rune.ToString());
            }

            pieces.Add(builder.ToString());
        }

        return [.. pieces];
    }
}

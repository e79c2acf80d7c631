namespace ApiAdmin.Core.Customers;

/// <summary>The pieces of two and of three characters of which both databases' search indexes are made.</summary>
public static class SearchGrams
{
    /// <summary>The distinct pieces of <paramref name="size"/> characters (Unicode scalars) of a text made by <see cref="SearchText.Words"/>.</summary>
    public static IReadOnlyList<string> Of(string words, int size)
    {
        var pieces = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in Each(words, size))
        {
            pieces.Add(words[piece]);
        }

        return [.. pieces];
    }

    /// <summary>Where the pieces of <paramref name="size"/> characters stand, one beginning at each character; none in a shorter text.</summary>
    public static IEnumerable<Range> Each(string words, int size)
    {
        var end = 0;
        for (var taken = 0; taken < size; taken++)
        {
            if (end >= words.Length)
            {
                yield break;
            }

            end += Length(words, end);
        }

        for (var start = 0; ; start += Length(words, start), end += Length(words, end))
        {
            yield return start..end;
            if (end >= words.Length)
            {
                yield break;
            }
        }
    }

    /// <summary>Of the character there, in UTF-16.</summary>
    private static int Length(string words, int at) => char.IsHighSurrogate(words[at]) && at + 1 < words.Length ? 2 : 1;
}

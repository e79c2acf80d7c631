namespace ApiAdmin.Core;

/// <summary>"Did you mean …": the nearest of the known names, by edit distance without regard to case.</summary>
public static class Nearest
{
    /// <returns>The nearest name that a slip of the fingers explains, or null.</returns>
    public static string? To(string typed, IEnumerable<string> known)
    {
        const int LongestName = 200;
        if (typed.Length is 0 or > LongestName)
        {
            return null;
        }

        var allowed = Math.Max(1, typed.Length / 3);
        return known
            .Where(name => Math.Abs(name.Length - typed.Length) <= allowed)
            .Select(name => (Name: name, Distance: Distance(typed.ToUpperInvariant(), name.ToUpperInvariant())))
            .Where(candidate => candidate.Distance <= allowed)
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .FirstOrDefault();
    }

    /// <summary>The sentence to add to a message, with a space before it, or nothing.</summary>
    public static string Hint(string typed, IEnumerable<string> known) =>
        To(typed, known) is { } name ? $" Did you mean \"{name}\"?" : "";

    /// <summary>Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).</summary>
    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0 ? i + j : Step(table, left, right, i, j);
            }
        }

        return table[left.Length, right.Length];
    }

    private static int Step(int[,] table, string left, string right, int i, int j)
    {
        var replaced = table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
        var best = Math.Min(replaced, 1 + Math.Min(table[i - 1, j], table[i, j - 1]));
        var isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
        return isSwap ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
    }
}

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>Finds the rows again that edited lines come from.</summary>
public static class RowMatch
{
    /// <returns>For each line the index of its row, null for a line that is new.</returns>
    public static int?[] Find(IReadOnlyList<TextRow> rows, IReadOnlyList<TextRow> lines)
    {
        var found = new int?[lines.Count];
        var taken = new HashSet<int>();
        Pair(rows, lines, found, taken, line => (line.Name, line.Value, line.Enabled));
        Pair(rows, lines, found, taken, line => (line.Name, "", true));
        for (var i = 0; i < found.Length; i++)
        {
            var next = i == 0 ? 0 : found[i - 1] + 1;
            if (found[i] is null && next < rows.Count && taken.Add(next.Value))
            {
                found[i] = next;
            }
        }

        return found;
    }

    private static void Pair(
        IReadOnlyList<TextRow> rows, IReadOnlyList<TextRow> lines, int?[] found, HashSet<int> taken, Func<TextRow, (string, string, bool)> key)
    {
        var free = new Dictionary<(string, string, bool), Queue<int>>();
        foreach (var index in Enumerable.Range(0, rows.Count).Where(index => !taken.Contains(index)))
        {
            (free.TryGetValue(key(rows[index]), out var queue) ? queue : free[key(rows[index])] = new Queue<int>()).Enqueue(index);
        }

        for (var i = 0; i < lines.Count; i++)
        {
            if (found[i] is null && free.TryGetValue(key(lines[i]), out var queue) && queue.TryDequeue(out var index))
            {
                found[i] = index;
                taken.Add(index);
            }
        }
    }
}

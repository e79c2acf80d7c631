namespace ApiAdmin.Core.Customers.Import.Reading;

/// <summary>The character that stands most often, and in most rows equally often, outside of quotes.</summary>
internal static class DelimiterGuess
{
    public const string Candidates = ",;\t|";

    private const int MostRows = 50;

    public static string Of(string text)
    {
        var rows = Counts(text);
        if (rows.Count == 0)
        {
            return ",";
        }

        var best = Enumerable.Range(0, Candidates.Length).MaxBy(index => Score(rows, index));
        return Score(rows, best) > 0 ? Candidates[best].ToString() : ",";
    }

    private static double Score(List<int[]> rows, int candidate)
    {
        var usual = rows.GroupBy(row => row[candidate]).Where(group => group.Key > 0).MaxBy(group => group.Count());
        return usual is null ? 0 : ((double)usual.Count() / rows.Count * 10) + Math.Min(usual.Key, 50) / 100.0;
    }

    private static List<int[]> Counts(string text)
    {
        var (rows, row, quoted) = (new List<int[]>(), new int[Candidates.Length], false);
        foreach (var character in text)
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && character == '\n')
            {
                rows.Add(row);
                row = new int[Candidates.Length];
                if (rows.Count == MostRows)
                {
                    return rows;
                }
            }
            else if (!quoted && Candidates.IndexOf(character, StringComparison.Ordinal) is >= 0 and var index)
            {
                row[index]++;
            }
        }

        if (Array.Exists(row, count => count > 0))
        {
            rows.Add(row);
        }

        return rows;
    }
}

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>Where characters stand in a text, asked for from front to back: each line is counted once, however many are asked for.</summary>
internal struct TextPlaces(string text)
{
    private int counted;
    private int line = 1;
    private int lineStart;

    /// <param name="index">Not before that of the last call.</param>
    /// <returns>Both from 1.</returns>
    public (int Line, int Column) Of(int index)
    {
        var passed = text.AsSpan(counted, index - counted);
        line += passed.Count('\n');
        lineStart = passed.LastIndexOf('\n') is >= 0 and var last ? counted + last + 1 : lineStart;
        counted = index;
        return (line, index - lineStart + 1);
    }
}

using System.Text.Json;

namespace ApiAdmin.Tests.Support;

/// <summary>The Big List of Naughty Strings, as it lies in the corpora.</summary>
internal static class NaughtyStrings
{
    public static IReadOnlyList<string> Read() => JsonSerializer.Deserialize<string[]>(
        File.ReadAllText(CorpusFolder.Path("naughty-strings/blns.json", "github.com/minimaxir/big-list-of-naughty-strings")))!;

    /// <summary>Those with the most kinds of characters beyond letters and digits, for where all of them would take too long.</summary>
    public static IReadOnlyList<string> Nastiest(int count) => [.. Read().Distinct(StringComparer.Ordinal).OrderByDescending(Nastiness).Take(count)];

    private static int Nastiness(string text) =>
        text.Where(c => !char.IsAsciiLetterOrDigit(c)).Select(char.GetUnicodeCategory).Distinct().Count() * 100 + Math.Min(99, text.Distinct().Count());
}

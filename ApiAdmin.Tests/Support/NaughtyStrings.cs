using System.Text.Json;

namespace ApiAdmin.Tests.Support;

/// <summary>The Big List of Naughty Strings, as it lies in the corpora.</summary>
internal static class NaughtyStrings
{
    public static IReadOnlyList<string> Read() => JsonSerializer.Deserialize<string[]>(
        File.ReadAllText(CorpusFolder.Path("naughty-strings/blns.json", "github.com/minimaxir/big-list-of-naughty-strings")))!;
}

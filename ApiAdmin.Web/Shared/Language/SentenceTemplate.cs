using System.Text;
using System.Text.RegularExpressions;

namespace ApiAdmin.Web.Shared.Language;

/// <summary>
/// One sentence of Core with its gaps, <c>There is no API {0}.</c>, and the same in another language. It finds out what stands in
/// the gaps of a finished sentence. Gaps may be filled in more than one way; then every likely way is handed out.
/// </summary>
public sealed partial class SentenceTemplate
{
    private const int MostWays = 24;

    /// <summary>A resource file cannot tell keys apart that differ in case only, such as "Line 3" at the beginning and "line 3" in the middle.</summary>
    private const StringComparison Match = StringComparison.OrdinalIgnoreCase;

    private readonly string[] literals;

    public SentenceTemplate(string key, string translation)
    {
        (Key, Translation) = (key, translation);
        literals = Gap().Split(key);
        Weight = literals.Sum(literal => literal.Length);
    }

    public string Key { get; }

    public string Translation { get; }

    /// <summary>How many letters of a sentence it explains.</summary>
    public int Weight { get; }

    public bool BeginsWithGap => literals[0].Length == 0;

    /// <summary>Each way in which the text is this sentence, as what stands in the gaps.</summary>
    public IEnumerable<string[]> Readings(string text) =>
        text.Length >= Weight && text.StartsWith(literals[0], Match) && text.EndsWith(literals[^1], Match)
            ? Fill(text, literals[0].Length, []).Take(MostWays)
            : [];

    public string Say(IReadOnlyList<string> gaps)
    {
        var said = new StringBuilder();
        var at = 0;
        foreach (var gap in Gap().EnumerateMatches(Translation))
        {
            said.Append(Translation, at, gap.Index - at);
            said.Append(gaps[int.Parse(Translation.AsSpan(gap.Index + 1, gap.Length - 2), System.Globalization.CultureInfo.InvariantCulture)]);
            at = gap.Index + gap.Length;
        }

        return said.Append(Translation, at, Translation.Length - at).ToString();
    }

    private IEnumerable<string[]> Fill(string text, int from, string[] before)
    {
        var gap = before.Length;
        if (gap == literals.Length - 1)
        {
            return from == text.Length ? [before] : [];
        }

        if (gap == literals.Length - 2)
        {
            var end = text.Length - literals[^1].Length;
            return end >= from ? [[.. before, text[from..end]]] : [];
        }

        var next = literals[gap + 1];
        return Places(text, from, next).SelectMany(place => Fill(text, place + next.Length, [.. before, text[from..place]]));
    }

    /// <summary>Between two gaps with nothing but a space, or nothing at all, a place at the end of a sentence is likelier.</summary>
    private static IEnumerable<int> Places(string text, int from, string literal) => string.IsNullOrWhiteSpace(literal)
        ? All(text, from, literal)
            .Where(place => place == from || place == text.Length || text[place] is ' ' or ';' or '.')
            .OrderByDescending(place => place > 0 && text[place - 1] == '.')
        : All(text, from, literal);

    private static IEnumerable<int> All(string text, int from, string literal)
    {
        for (var place = from; place <= text.Length && (place = text.IndexOf(literal, place, Match)) >= 0; place++)
        {
            yield return place;
        }
    }

    [GeneratedRegex(@"\{[0-9]\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gap();
}

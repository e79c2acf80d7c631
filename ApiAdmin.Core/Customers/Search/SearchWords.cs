namespace ApiAdmin.Core.Customers;

/// <summary>What was typed, as it is looked for: one of several sets of words, of which every word must be found.</summary>
/// <param name="Alternatives">Without any, nothing can be searched.</param>
/// <param name="Whole">The whole text normalised: what an exact hit equals and a hit by prefix begins with.</param>
internal sealed record SearchWords(IReadOnlyList<IReadOnlyList<SearchWord>> Alternatives, string Whole)
{
    public const int Shortest = 2;
    public const int MostTyped = 200;

    private const int MostWords = 8;
    private const string PhonePunctuation = "+-()./ ";

    public static SearchWords Of(string typed)
    {
        var cut = typed.Length <= MostTyped ? typed : typed[..MostTyped];
        var whole = SearchText.Words(cut);
        var words = whole.Split(' ').Select(SearchWord.Of).Where(word => word.Length >= Shortest).Distinct().Take(MostWords).ToList();
        List<IReadOnlyList<SearchWord>> alternatives = words.Count > 0 ? [words] : [];
        if (Number(cut) is { Length: >= Shortest } number && alternatives.TrueForAll(set => set.Count != 1 || set[0].Text != number))
        {
            alternatives.Add([SearchWord.Of(number)]);
        }

        return new SearchWords(alternatives, whole);
    }

    /// <summary>
    /// The digits of what looks like a phone number in any notation, without what stands before the country code or the area code at home:
    /// 00 and the trunk 0 are in no stored number.
    /// </summary>
    private static string? Number(string typed)
    {
        var folded = SearchText.Fold(typed);
        return folded.Any(char.IsAsciiDigit) && folded.All(character => char.IsAsciiDigit(character) || PhonePunctuation.Contains(character, StringComparison.Ordinal))
            ? PhoneReader.Digits(folded).TrimStart('0')
            : null;
    }
}

/// <param name="Length">In characters as people count them, not in UTF-16 units.</param>
internal sealed record SearchWord(string Text, int Length)
{
    public static SearchWord Of(string text) => new(text, text.EnumerateRunes().Count());

    /// <summary>Whether the word may be looked for among masked values.</summary>
    public bool ReachesPersonal(bool masked) => Length >= (masked ? Masking.FewestSearched : SearchIndexLimits.PersonalGram);
}

internal static class SearchIndexLimits
{
    /// <summary>Personal values are indexed by pieces of three; two digits of a phone number would find everybody.</summary>
    public const int PersonalGram = 3;

    /// <summary>Up to so many hits are ranked by their last change; beyond, they come in the order of the index.</summary>
    public const int MostRanked = 5_000;
}

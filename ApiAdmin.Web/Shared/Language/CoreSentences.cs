using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;

namespace ApiAdmin.Web.Shared.Language;

/// <summary>
/// What Core says, in the language of the page. A sentence is made, kept, logged and sent over REST in English; its English
/// template is its key in <c>CoreSentences.*.resx</c>, and the page that shows it says it in the reader's language, also when it was
/// kept before there was a translation. Decision 0054.
/// </summary>
public static class CoreSentences
{
    private static readonly ResourceManager Resources = new(typeof(CoreSentences));
    private static readonly ConcurrentDictionary<string, SentenceTable?> Tables = new(StringComparer.Ordinal);

    /// <summary>The sentence in the language of the page; as it came when that is English, or when it is none of Core's.</summary>
    public static string Said(string text) => In(CultureInfo.CurrentUICulture)?.Said(text) ?? text;

    /// <summary>The key and translation of every sentence; none for the language they are made in.</summary>
    public static SentenceTable? In(CultureInfo culture) =>
        Tables.GetOrAdd(culture.Name, static (_, culture) =>
            Resources.GetResourceSet(culture, createIfNotExists: true, tryParents: false) is { } set ? SentenceTable.Of(set) : null, culture);
}

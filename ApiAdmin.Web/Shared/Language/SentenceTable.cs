using System.Collections;
using System.Resources;

namespace ApiAdmin.Web.Shared.Language;

/// <summary>
/// All sentences of Core in one language. Sentences are put together: one stands in another's gap, or behind another one. Of the
/// ways to read a text the one that explains most of its letters is taken, of equal ones the first: one that begins with words of its
/// own before one that begins with a gap, as that could swallow anything. What no sentence explains is data and stays as it is.
/// </summary>
public sealed class SentenceTable(IReadOnlyList<SentenceTemplate> templates)
{
    private const int Longest = 4000;

    /// <summary>An upper bound of the work for a text made to be read in many ways.</summary>
    private const int MostReadings = 2000;

    public IReadOnlyList<SentenceTemplate> Templates { get; } = templates;

    public static SentenceTable Of(ResourceSet resources) =>
        new([.. resources.Cast<DictionaryEntry>().Select(entry => new SentenceTemplate((string)entry.Key, (string)entry.Value!))
            .OrderBy(template => template.BeginsWithGap).ThenByDescending(template => template.Weight)]);

    public string Said(string text) => text.Length > Longest ? text : new Reading(Templates).Best(text).Text;

    /// <param name="Explained">How many letters of the English are a sentence's own.</param>
    private readonly record struct Spoken(string Text, int Explained);

    /// <summary>The work on one text: what was read once is not read again.</summary>
    private sealed class Reading(IReadOnlyList<SentenceTemplate> templates)
    {
        private readonly Dictionary<string, Spoken> known = new(StringComparer.Ordinal);
        private int left = MostReadings;

        public Spoken Best(string text)
        {
            if (known.TryGetValue(text, out var found))
            {
                return found;
            }

            // Also while it is being read: a text cannot be a part of itself.
            known[text] = new Spoken(text, 0);
            return known[text] = Ways(text.Trim()).Aggregate(known[text], (best, way) => way.Explained > best.Explained ? way : best);
        }

        private IEnumerable<Spoken> Ways(string text) => text.Length == 0 ? [] : AsOne(text).Concat(WithoutItsEnd(text)).Concat(AsSeveral(text));

        /// <summary>A sentence that stands in the middle of another one has lost its full stop.</summary>
        private IEnumerable<Spoken> WithoutItsEnd(string text) => text[^1] == '.'
            ? []
            : AsOne(text + ".").Select(way => new Spoken(way.Text.TrimEnd('。', '.'), way.Explained - 1));

        private IEnumerable<Spoken> AsOne(string text)
        {
            foreach (var template in templates)
            {
                foreach (var gaps in template.Readings(text))
                {
                    if (left-- <= 0)
                    {
                        yield break;
                    }

                    var spoken = Array.ConvertAll(gaps, Best);
                    yield return new Spoken(template.Say(Array.ConvertAll(spoken, gap => gap.Text)), template.Weight + spoken.Sum(gap => gap.Explained));
                }
            }
        }

        private IEnumerable<Spoken> AsSeveral(string text)
        {
            for (var end = text.IndexOf(". ", StringComparison.Ordinal); end >= 0 && left-- > 0; end = text.IndexOf(". ", end + 1, StringComparison.Ordinal))
            {
                var (first, rest) = (Best(text[..(end + 1)]), Best(text[(end + 2)..]));
                if (first.Explained > 0 || rest.Explained > 0)
                {
                    yield return new Spoken(first.Text + (first.Explained > 0 && rest.Explained > 0 ? "" : " ") + rest.Text, first.Explained + rest.Explained);
                }
            }
        }
    }
}

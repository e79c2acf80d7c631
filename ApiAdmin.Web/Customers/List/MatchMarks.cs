using System.Text;
using ApiAdmin.Core.Customers;

namespace ApiAdmin.Web.Customers.List;

/// <param name="IsMatch">It is what was searched for.</param>
public readonly record struct MarkedPart(string Text, bool IsMatch);

/// <summary>
/// Where in a text stands what was typed into the search, by the search's own folding: case, accents and width do not matter, digits
/// match numbers in any notation.
/// </summary>
public sealed class MatchMarks
{
    private const int ShortestWord = 2;
    private const int ShortestNumber = 3;
    private const string PhonePunctuation = "+-()./ •";

    private readonly string[] words;
    private readonly string? number;

    private MatchMarks(string[] words, string? number) => (this.words, this.number) = (words, number);

    public static MatchMarks None { get; } = new([], null);

    public static MatchMarks Of(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return None;
        }

        var folded = SearchText.Fold(typed);
        var digits = folded.All(IsPhoneCharacter) ? PhoneReader.Digits(folded).TrimStart('0') : "";
        return new MatchMarks(
            [.. SearchText.Words(typed).Split(' ').Where(word => word.Length >= ShortestWord).OrderByDescending(word => word.Length)],
            digits.Length >= ShortestNumber ? digits : null);
    }

    public bool IsIn(string? text) => text is not null && Parts(text).Any(part => part.IsMatch);

    /// <summary>The whole text in pieces.</summary>
    public IReadOnlyList<MarkedPart> Parts(string text)
    {
        if (words.Length == 0 && number is null)
        {
            return [new MarkedPart(text, false)];
        }

        var marked = new bool[text.Length];
        if (!MarkNumber(text, marked))
        {
            var (folded, places) = Folded(text, static rune => SearchText.Fold(rune.ToString()));
            foreach (var word in words)
            {
                Mark(folded, places, word, marked, text);
            }
        }

        return Pieces(text, marked);
    }

    /// <summary>A number that was typed with blanks and dashes is one number, not words.</summary>
    private bool MarkNumber(string text, bool[] marked)
    {
        if (number is null || !text.All(IsPhoneCharacter))
        {
            return false;
        }

        var (digits, places) = Folded(text, static rune => PhoneReader.Digits(rune.ToString()));
        Mark(digits, places, number, marked, text);
        return marked.Contains(true);
    }

    private static bool IsPhoneCharacter(char character) => char.IsDigit(character) || PhonePunctuation.Contains(character, StringComparison.Ordinal);

    private static void Mark(string folded, List<int> places, string word, bool[] marked, string text)
    {
        for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + word.Length, StringComparison.Ordinal))
        {
            var (from, last) = (places[at], places[at + word.Length - 1]);
            var to = last + (char.IsHighSurrogate(text[last]) && last + 1 < text.Length ? 2 : 1);
            Array.Fill(marked, true, from, to - from);
        }
    }

    /// <summary>The text folded character by character, and for each folded character where it comes from.</summary>
    private static (string Folded, List<int> Places) Folded(string text, Func<Rune, string> fold)
    {
        var builder = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var piece = isRune ? fold(rune) : "";
            builder.Append(piece);
            places.AddRange(Enumerable.Repeat(at, piece.Length));
            at += isRune ? rune.Utf16SequenceLength : 1;
        }

        return (builder.ToString(), places);
    }

    private static List<MarkedPart> Pieces(string text, bool[] marked)
    {
        var parts = new List<MarkedPart>();
        for (var from = 0; from < text.Length;)
        {
            var to = from + 1;
            while (to < text.Length && marked[to] == marked[from])
            {
                to++;
            }

            parts.Add(new MarkedPart(text[from..to], marked[from]));
            from = to;
        }

        return parts;
    }
}

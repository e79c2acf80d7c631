using System.Collections.Frozen;
using System.Text;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Tells passwords that guessing programs try first. A list of the commonest ones is nearly all shorter than the least
/// length here, so what is held is how long ones are made of them: one or two common words with digits or signs about
/// them and letters swapped for look-alikes, a unit repeated, a walk along the keyboard.
/// </summary>
internal static class CommonPasswords
{
    private const int MostFiller = 9;
    private const int LongestUnit = 5;
    private const int MostWords = 2;
    private const int ShortestWord = 3;

    private static readonly string[] Walks =
    [
        "01234567890123456789", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop[]", "qwertzuiop", "azertyuiop", "asdfghjkl;'", "zxcvbnm,./",
        "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/", "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp", "!@#$%^&*()_+",
        "q1w2e3r4t5y6u7i8o9p0", "aqswdefrgthyjukilo",
    ];

    private static readonly FrozenSet<string> Words = ReadWords();

    public static bool Contains(string password)
    {
        var lower = password.ToLowerInvariant();
        return IsRepetition(lower) || IsWalk(lower) || Cores(lower).Any(core =>
            IsMadeOfWords(core) || IsMadeOfWords(Unswapped(core, 'i')) || IsMadeOfWords(Unswapped(core, 'l')));
    }

    private static FrozenSet<string> ReadWords()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream("ApiAdmin.Core.Access.Users.common-words.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
    }

    /// <summary>Digits and signs at an end may be look-alikes of letters or mere ornament: both readings are tried.</summary>
    private static IEnumerable<string> Cores(string text)
    {
        var first = text.AsSpan().IndexOfAnyInRange('a', 'z');
        var end = text.AsSpan().LastIndexOfAnyInRange('a', 'z') + 1;
        return from start in Enumerable.Range(0, first + 1)
               from stop in Enumerable.Range(end, first < 0 ? 0 : text.Length - end + 1)
               where text.Length - (stop - start) <= MostFiller
               select text[start..stop];
    }

    private static bool IsRepetition(string text) => Enumerable.Range(1, LongestUnit).Any(unit =>
        text.Length >= unit * 2 && Enumerable.Range(unit, text.Length - unit).All(i => text[i] == text[i - unit]));

    /// <summary>Made of at most three pieces that each follow a row of keys, either way.</summary>
    private static bool IsWalk(string text)
    {
        var pieces = 0;
        for (var at = 0; at < text.Length; pieces++)
        {
            var length = Enumerable.Range(1, text.Length - at).LastOrDefault(n => OnAWalk(text.Substring(at, n)));
            if (length < 3)
            {
                return false;
            }

            at += length;
        }

        return pieces <= 4;
    }

    private static bool OnAWalk(string piece)
    {
        var back = new string([.. piece.Reverse()]);
        return Walks.Any(walk => walk.Contains(piece, StringComparison.Ordinal) || walk.Contains(back, StringComparison.Ordinal));
    }

    private static bool IsMadeOfWords(string text)
    {
        var letters = new string([.. text.Where(char.IsAsciiLetterLower)]);
        return letters.Length >= ShortestWord && text.Length - letters.Length <= MostFiller && Splits(letters, MostWords);
    }

    private static bool Splits(string letters, int words) => letters.Length == 0 || IsRepetitionOfAWord(letters)
        || (words > 0 && Enumerable.Range(ShortestWord, Math.Max(0, letters.Length - ShortestWord + 1))
            .Any(n => Words.Contains(letters[..n]) && Splits(letters[n..], words - 1)));

    private static bool IsRepetitionOfAWord(string letters) => Enumerable.Range(ShortestWord, Math.Max(0, letters.Length - ShortestWord + 1))
        .Any(n => letters.Length % n == 0 && Words.Contains(letters[..n])
            && string.Concat(Enumerable.Repeat(letters[..n], letters.Length / n)) == letters);

    private static string Unswapped(string text, char one) => new([.. text.Select(c => c switch
    {
        '0' => 'o', '1' or '!' => one, '3' => 'e', '4' or '@' => 'a', '5' or '$' => 's', '7' => 't', _ => c,
    })]);
}

using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Extraction.JsonPath;

/// <summary>
/// A pattern as RFC 9485 (I-Regexp) defines it, run by an engine that cannot backtrack. Strict: what I-Regexp does not
/// have (<c>\d</c>, look-ahead, back references …) is no pattern, though the framework would take it.
/// </summary>
internal sealed record IRegexp
{
    private const int LongestPattern = 1_000;

    private readonly Regex compiled;

    private IRegexp(Regex compiled) => this.compiled = compiled;

    /// <param name="isWhole">It has to match the whole text, not a part of it.</param>
    /// <returns>Null when it is no I-Regexp, or one too large to run.</returns>
    public static IRegexp? Create(string pattern, bool isWhole)
    {
        if (pattern.Length > LongestPattern || new RegexpTranslator(pattern).Translate() is not { } translated)
        {
            return null;
        }

        try
        {
            var whole = isWhole ? $@"\A(?:{translated})\z" : translated;
            return new IRegexp(new Regex(whole, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // The engine refuses automata that would grow too large.
            return null;
        }
    }

    public bool IsMatch(string text) => compiled.IsMatch(text);
}

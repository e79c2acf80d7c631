using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>The regular expression of an output: without backtracking and with a time limit, because the text is someone else's.</summary>
internal static class OutputPattern
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <param name="problem">What is wrong with it and how to mend it; null when nothing is.</param>
    public static Regex? Create(string pattern, out string? problem)
    {
        try
        {
            problem = pattern.Length == 0 ? "The regular expression is missing; write for example order=(?<value>[0-9]+)." : null;
            return problem is null ? new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, Limit) : null;
        }
        catch (ArgumentException malformed)
        {
            problem = $"{Quoted.Text(pattern)} is no regular expression: {malformed.Message}";
            return null;
        }
        catch (NotSupportedException)
        {
            problem = $"{Quoted.Text(pattern)} looks around or refers back, which can run for ever on a hostile answer; write it without lookarounds, backreferences and atomic groups, and not too large.";
            return null;
        }
    }
}

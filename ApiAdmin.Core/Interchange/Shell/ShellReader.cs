using System.Text.RegularExpressions;

namespace ApiAdmin.Core.Interchange.Shell;

/// <summary>Splits a pasted text into commands, as bash or as cmd.exe would; which of the two, the text itself tells.</summary>
internal static partial class ShellReader
{
    /// <exception cref="ShellException">A quote is never closed and the like.</exception>
    public static List<ShellCommand> Read(string text)
    {
        var plain = WithoutPrompts(text);
        return IsCmd(plain) ? new CmdReader(plain).Read() : new BashReader(plain).Read();
    }

    /// <summary>
    /// cmd.exe escapes with <c>^</c> and knows no single quotes. A line that ends in a backslash, or a word that begins
    /// with a single quote, is bash whatever else stands there.
    /// </summary>
    public static bool IsCmd(string text) =>
        !BashOnly().IsMatch(text) && (CaretEscape().IsMatch(text) || DoubledQuotes().IsMatch(text));

    /// <summary>Prompts go, but as spaces: every position stays what it was.</summary>
    private static string WithoutPrompts(string text)
    {
        var dollar = Prompt().Replace(text, match => new string(' ', match.Length));
        return dollar != text
            ? ContinuationPrompt().Replace(dollar, match => match.Groups["before"].Value + new string(' ', match.Length - match.Groups["before"].Length))
            : text;
    }

    [GeneratedRegex(@"^[ \t]*(?:\$|[A-Za-z]:\\[^>\r\n]*>|PS [^>\r\n]*>)[ \t]*(?=curl(?:\.exe)?\s)", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Prompt();

    [GeneratedRegex(@"(?<before>\\\r?\n)>[ \t]", RegexOptions.None, 1000)]
    private static partial Regex ContinuationPrompt();

    [GeneratedRegex(@"\\[ \t]*\r?\n|(?:^|\s)\$?'", RegexOptions.None, 1000)]
    private static partial Regex BashOnly();

    [GeneratedRegex("\\^[\"%&|<>^{}]|\\^[ \\t]*\\r?\\n", RegexOptions.None, 1000)]
    private static partial Regex CaretEscape();

    [GeneratedRegex("[{\\[,:]\"\"[^\"]|[^\"]\"\"[}\\],:]", RegexOptions.None, 1000)]
    private static partial Regex DoubledQuotes();
}

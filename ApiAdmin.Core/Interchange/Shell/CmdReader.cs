using System.Text;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Shell;

/// <summary>
/// A Windows command line, which two readers take apart one after the other: cmd.exe removes its carets and finds the
/// commands, then the program's run time splits words by quotes and backslashes.
/// </summary>
internal sealed partial class CmdReader(string text)
{
    private readonly List<ShellCommand> commands = [];
    private readonly List<(char Char, int Index)> line = [];
    private bool background;

    public List<ShellCommand> Read()
    {
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '^' && !quoted)
            {
                at = Caret(at);
            }
            else if (c == '\n' || (!quoted && c is '&' or '|'))
            {
                background = c == '&' && !(at + 1 < text.Length && text[at + 1] == '&');
                EndCommand();
                quoted = false;
            }
            else if (c != '\r')
            {
                quoted ^= c == '"';
                line.Add((c, at));
            }
        }

        background = false;
        EndCommand();
        return commands;
    }

    /// <summary>The next character as it is; a line break goes, and then it is the one behind that.</summary>
    private int Caret(int at)
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' && IsLineEnd(next))
        {
            next++;
        }

        if (next < text.Length && text[next] == '\r')
        {
            next++;
        }

        if (next < text.Length && text[next] == '\n')
        {
            var behind = next + 1 < text.Length && text[next + 1] == '\r' ? next + 2 : next + 1;
            if (behind >= text.Length || text[behind] != '\n')
            {
                return next;
            }

            next = behind;
        }

        if (next < text.Length)
        {
            line.Add((text[next], next));
        }

        return next;
    }

    private bool IsLineEnd(int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r')
        {
            at++;
        }

        return at >= text.Length || text[at] == '\n';
    }

    private void EndCommand()
    {
        var words = Words();
        if (words.Count > 0)
        {
            commands.Add(new ShellCommand { Words = [.. words], EndsInBackground = background });
        }

        line.Clear();
    }

    private List<ShellWord> Words()
    {
        var words = new List<ShellWord>();
        for (var at = 0; at < line.Count;)
        {
            if (line[at].Char is ' ' or '\t' or '\n')
            {
                at++;
            }
            else
            {
                words.Add(Word(ref at));
            }
        }

        return words;
    }

    private ShellWord Word(ref int at)
    {
        var start = line[at].Index;
        var opened = start;
        var word = new StringBuilder();
        var quoted = false;
        for (; at < line.Count && (quoted || line[at].Char is not (' ' or '\t' or '\n')); at++)
        {
            switch (line[at].Char)
            {
                case '\\':
                    at = Backslashes(at, word);
                    break;
                case '"' when quoted && at + 1 < line.Count && line[at + 1].Char == '"':
                    word.Append('"');
                    at++;
                    break;
                case '"':
                    (quoted, opened) = (!quoted, line[at].Index);
                    break;
                default:
                    word.Append(line[at].Char);
                    break;
            }
        }

        return quoted
            ? throw new ShellException("The double quote is never closed. Copy the command to its end, or add the closing \".", opened)
            : new ShellWord(word.ToString(), start, Variable(word.ToString()));
    }

    /// <summary>Before a quote each pair is one backslash, and an odd one makes the quote a character; elsewhere they are themselves.</summary>
    /// <returns>The last character taken.</returns>
    private int Backslashes(int at, StringBuilder word)
    {
        var end = at;
        while (end < line.Count && line[end].Char == '\\')
        {
            end++;
        }

        var count = end - at;
        if (end >= line.Count || line[end].Char != '"')
        {
            word.Append('\\', count);
            return end - 1;
        }

        word.Append('\\', count / 2);
        if (count % 2 == 0)
        {
            return end - 1;
        }

        word.Append('"');
        return end;
    }

    private static string? Variable(string word) => Named().Match(word) is { Success: true } match ? match.Value : null;

    // Capitals, and three of them: %E4%BD is a percent-encoded letter.
    [GeneratedRegex("%[A-Z_][A-Z0-9_]{2,}%", RegexOptions.NonBacktracking)]
    private static partial Regex Named();
}

using System.Text;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Shell;

/// <summary>
/// bash's words and commands (bash manual, sections 3.1 and 3.2). Nothing is expanded: what a shell would fill in stays
/// as written and is named, for a person to decide.
/// </summary>
internal sealed class BashReader(string text)
{
    /// <summary>Longer before shorter.</summary>
    private static readonly string[] Redirections = ["<<<", "<<-", "<<", ">>", ">&", "<", ">"];

    private readonly List<ShellCommand> commands = [];
    private readonly List<ShellWord> words = [];
    private readonly StringBuilder word = new();
    private readonly Queue<(string End, bool Indented)> documents = [];
    private int at;
    private int wordStart = -1;
    private string? expansion;
    private string? redirection;
    private string? inputFile;
    private string? inputText;

    public List<ShellCommand> Read()
    {
        while (at < text.Length)
        {
            Next();
        }

        EndCommand();
        return commands;
    }

    private void Next()
    {
        switch (text[at])
        {
            case ' ' or '\t' or '\r':
                EndWord();
                at++;
                break;
            case '\n':
                at++;
                EndLine();
                break;
            case '\\':
                Backslash();
                break;
            case '\'':
                Single();
                break;
            case '"':
                at++;
                Double();
                break;
            case '$' or '`':
                Dollar();
                break;
            case '#' when wordStart < 0:
                at = text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;
                break;
            case ';' or '&' or '|':
                Separator();
                break;
            case '<' or '>':
                Redirect();
                break;
            default:
                Add(text[at].ToString());
                at++;
                break;
        }
    }

    private void Add(string part)
    {
        if (wordStart < 0)
        {
            wordStart = at;
        }

        word.Append(part);
    }

    /// <summary>Also with spaces behind it, which copying from a page leaves: nobody means an escaped space at a line's end.</summary>
    private void Backslash()
    {
        var next = at + 1;
        while (next < text.Length && text[next] is ' ' or '\t' or '\r')
        {
            next++;
        }

        if (next >= text.Length || text[next] == '\n')
        {
            at = Math.Min(next + 1, text.Length);
            return;
        }

        Add(text[at + 1].ToString());
        at += 2;
    }

    private void Single()
    {
        var end = text.IndexOf('\'', at + 1);
        if (end < 0)
        {
            throw new ShellException("The single quote is never closed. Copy the command to its end, or add the closing '.", at);
        }

        Add(text[(at + 1)..end]);
        at = end + 1;
    }

    private void Double()
    {
        var opened = at - 1;
        wordStart = wordStart < 0 ? opened : wordStart;
        while (at < text.Length && text[at] != '"')
        {
            if (text[at] == '\\' && at + 1 < text.Length && text[at + 1] is '"' or '\\' or '$' or '`' or '\n')
            {
                word.Append(text[at + 1] == '\n' ? "" : text[at + 1].ToString());
                at += 2;
            }
            else if (text[at] is '$' or '`')
            {
                Expand();
            }
            else
            {
                word.Append(text[at++]);
            }
        }

        if (at >= text.Length)
        {
            throw new ShellException("The double quote is never closed. Copy the command to its end, or add the closing \".", opened);
        }

        at++;
    }

    private void Dollar()
    {
        var next = at + 1 < text.Length ? text[at + 1] : ' ';
        if (text[at] == '$' && next == '\'')
        {
            wordStart = wordStart < 0 ? at : wordStart;
            at += 2;
            word.Append(AnsiQuote.Read(text, ref at));
        }
        else if (text[at] == '$' && next == '"')
        {
            wordStart = wordStart < 0 ? at : wordStart;
            at += 2;
            Double();
        }
        else
        {
            wordStart = wordStart < 0 ? at : wordStart;
            Expand();
        }
    }

    /// <summary>A variable or a command's output: kept as it is written.</summary>
    private void Expand()
    {
        var end = Expansions.End(text, at);
        var source = text[at..end];
        expansion ??= source.Length > 1 ? source : null;
        word.Append(source);
        at = end;
    }

    private void Separator()
    {
        var two = at + 1 < text.Length && text[at + 1] == text[at];
        var background = text[at] == '&' && !two;
        if (background && at + 1 < text.Length && text[at + 1] == '>')
        {
            at++;
            return;
        }

        EndCommand(background);
        at += two ? 2 : 1;
    }

    private void Redirect()
    {
        // A number right before it is the descriptor, not a word.
        if (word.Length > 0 && word.ToString().All(char.IsAsciiDigit))
        {
            word.Clear();
            wordStart = -1;
        }

        EndWord();
        redirection = Redirections.First(sign => text.AsSpan(at).StartsWith(sign));
        at += redirection.Length;
    }

    private void EndWord()
    {
        if (wordStart < 0)
        {
            return;
        }

        var ended = word.ToString();
        switch (redirection)
        {
            case null: words.Add(new ShellWord(ended, wordStart, expansion)); break;
            case "<<<": inputText = ended + "\n"; break;
            case "<<" or "<<-": documents.Enqueue((ended, redirection == "<<-")); break;
            case "<": inputFile = ended; break;
        }

        word.Clear();
        (wordStart, redirection, expansion) = (-1, null, null);
    }

    private void EndLine()
    {
        EndWord();
        while (documents.TryDequeue(out var document))
        {
            inputText = Document(document.End, document.Indented);
        }

        EndCommand();
    }

    private string Document(string endMark, bool indented)
    {
        var content = new StringBuilder();
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at) is >= 0 and var found ? found : text.Length;
            var line = text[at..end].TrimEnd('\r');
            at = Math.Min(end + 1, text.Length);
            line = indented ? line.TrimStart('\t') : line;
            if (line == endMark)
            {
                break;
            }

            content.Append(line).Append('\n');
        }

        return content.ToString();
    }

    private void EndCommand(bool background = false)
    {
        EndWord();
        if (words.Count > 0)
        {
            commands.Add(new ShellCommand { Words = [.. words], InputFile = inputFile, InputText = inputText, EndsInBackground = background });
        }

        words.Clear();
        (inputFile, inputText, redirection) = (null, null, null);
    }
}

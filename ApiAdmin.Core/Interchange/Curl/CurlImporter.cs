using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Interchange.Shell;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>Reads a pasted command line: the first request in it becomes a definition. Never throws for what is pasted.</summary>
public static class CurlImporter
{
    /// <summary>Characters; as much as a body's template may have.</summary>
    public const int LongestText = 1024 * 1024;

    /// <summary>Whether a text is meant as a command, so that it can be taken for one wherever it is pasted.</summary>
    public static bool LooksLikeCurl(string text)
    {
        var start = text.AsSpan().TrimStart();
        start = start.StartsWith("$ ") ? start[2..].TrimStart() : start;
        return start.StartsWith("curl ") || start.StartsWith("curl.exe ") || start.StartsWith("curl\t");
    }

    public static CurlResult Read(string text)
    {
        try
        {
            return text.Length <= LongestText
                ? new CurlResult { Import = Import(text) }
                : Failed(text, $"The text has {text.Length} characters; at most {LongestText} are read. Leave the body out and add it afterwards.", 0);
        }
        catch (ShellException problem)
        {
            return Failed(text, problem.Message, problem.Index);
        }
    }

    private static CurlImport Import(string text)
    {
        var notes = new List<CurlNote>();
        var commands = ShellReader.Read(text);
        var calls = commands.Where(command => StartOf(command) > 0).ToList();
        if (calls is not [var first, ..])
        {
            throw new ShellException("There is no curl command in this text. It has to begin with curl, as in: curl https://crm.example.com/v1/orders", 0);
        }

        var requests = new CurlArguments(first, notes).Read(StartOf(first));
        var request = requests[0];
        if (request.Urls.Count == 0)
        {
            throw new ShellException("The command names no URL. Add it, as in: curl https://crm.example.com/v1/orders", first.Words[0].Index);
        }

        NoteRest(calls.Count - 1 + requests.Count - 1 + request.Urls.Count - 1, notes);
        if (first.EndsInBackground && commands.Count > 1)
        {
            notes.Add(new CurlNote("&", "Outside quotes a & ends the command, so what follows it was left out. Put the URL in quotes and paste again."));
        }

        NoteExpansions(first, notes);
        return CurlDefinition.Make(request, notes);
    }

    /// <returns>Where the arguments begin; 0 when it is another program.</returns>
    private static int StartOf(ShellCommand command)
    {
        for (var index = 0; index < command.Words.Count; index++)
        {
            var word = command.Words[index].Text;
            var program = word[(word.LastIndexOfAny(['/', '\\']) + 1)..];
            if (program is "curl" or "curl.exe")
            {
                return index + 1;
            }

            if (program is not ("sudo" or "time" or "exec" or "command" or "env" or "$") && !IsAssignment(word))
            {
                return 0;
            }
        }

        return 0;
    }

    private static bool IsAssignment(string word)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && word.AsSpan(0, equals).IndexOfAnyExcept(NameChars) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> NameChars =
        System.Buffers.SearchValues.Create("_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static void NoteRest(int others, List<CurlNote> notes)
    {
        if (others > 0)
        {
            notes.Add(new CurlNote("curl", $"The text holds {others + 1} requests; only the first was taken. Make an API of each of the others."));
        }
    }

    private static void NoteExpansions(ShellCommand command, List<CurlNote> notes)
    {
        foreach (var expansion in command.Words.Select(word => word.Expansion).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            notes.Add(new CurlNote(expansion, $"A shell would put a value in the place of {Quoted.Text(expansion)}; it stands as text now. Write the value, a secret or an input there."));
        }
    }

    private static CurlResult Failed(string text, string message, int index)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        return new CurlResult { Problem = new CurlProblem(message, before.Count('\n') + 1, index - before.LastIndexOf('\n')) };
    }
}

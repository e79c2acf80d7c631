using System.Globalization;
using ApiAdmin.Core.Interchange.Shell;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>Reads the words behind <c>curl</c> the way curl does.</summary>
internal sealed class CurlArguments(ShellCommand shell, List<CurlNote> notes)
{
    private readonly List<CurlCommand> commands = [new CurlCommand()];
    private int at;

    private CurlCommand Current => commands[^1];

    /// <summary>The requests of one command line; <c>--next</c> begins another.</summary>
    public List<CurlCommand> Read(int start)
    {
        for (at = start; at < shell.Words.Count; at++)
        {
            var word = shell.Words[at];
            switch (word.Text)
            {
                case "" or "--": break;
                case ['-', '-', ..]: Long(word); break;
                case ['-', _, ..]: Letters(word); break;
                default: Current.Urls.Add(word.Text); break;
            }
        }

        return commands;
    }

    private void Long(ShellWord word)
    {
        var name = word.Text[2..];
        if (CurlOptions.Named(name, out var off) is { } option)
        {
            Apply(option, option.Takes ? Value(word, option.Shown) : "", off);
            return;
        }

        var equals = name.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && CurlOptions.Named(name[..equals], out _) is { Takes: true } meant)
        {
            throw new ShellException($"curl does not know {meant.Shown}=…: the value is a word of its own. Write {meant.Shown} {Quoted.Text(name[(equals + 1)..])}.", word.Index);
        }

        throw Unknown(word, $"--{name}", CurlOptions.All.Select(o => o.Shown));
    }

    /// <summary>Letters can stand together; behind one that takes a value the rest of the word is it.</summary>
    private void Letters(ShellWord word)
    {
        for (var i = 1; i < word.Text.Length; i++)
        {
            if (CurlOptions.Letter(word.Text[i]) is not { } option)
            {
                throw Unknown(word, $"-{word.Text[i]}", []);
            }

            if (option.Takes)
            {
                Apply(option, i + 1 < word.Text.Length ? word.Text[(i + 1)..] : Value(word, $"-{word.Text[i]}"), off: false);
                return;
            }

            Apply(option, "", off: false);
        }
    }

    private string Value(ShellWord option, string shown) => ++at < shell.Words.Count
        ? shell.Words[at].Text
        : throw new ShellException($"{shown} needs a value behind it. Copy the command to its end.", option.Index);

    private static ShellException Unknown(ShellWord word, string shown, IEnumerable<string> known) =>
        new($"curl has no option {Quoted.Text(shown)}.{Nearest.Hint(shown, known)} Mend it, or take it out.", word.Index);

    private void Apply(CurlOption option, string value, bool off)
    {
        if (off)
        {
            TurnOff(option);
        }
        else if (!Shape(option.Name, value) && option.Note is { } note)
        {
            Note(option.Shown, note);
        }
    }

    private void TurnOff(CurlOption option)
    {
        switch (option.Name)
        {
            case "location" or "location-trusted": Current.FollowRedirects = false; break;
            case "get": Current.DataInQuery = false; break;
            case "head": Current.Head = false; break;
            case "basic": Current.NotBasic = true; break;
        }
    }

    /// <returns>False when the option shapes nothing here.</returns>
    private bool Shape(string name, string value)
    {
        var data = CurlData.Read(name, value, shell);
        if (data is not null)
        {
            Current.IsJson |= name == "json";
            (name == "url-query" ? Current.Query : Current.Data).AddRange(data);
            return true;
        }

        switch (name)
        {
            case "request": Current.Method = value; break;
            case "header": Current.Headers.Add(value); break;
            case "form" or "form-string": Current.Form.Add(CurlData.FormPart(value, literal: name == "form-string", notes)); break;
            case "url": Current.Urls.Add(value); break;
            case "get": Current.DataInQuery = true; break;
            case "head": Current.Head = true; break;
            case "user": Current.User = value; break;
            case "oauth2-bearer": Current.Bearer = value; break;
            case "user-agent": Current.UserAgent = value; break;
            case "referer": Current.Referer = value.Split(';')[0]; break;
            case "cookie": Cookie(value); break;
            case "range": Current.Range = value; break;
            case "upload-file": Current.Upload ??= value; break;
            case "location": Current.FollowRedirects = true; break;
            case "max-redirs": Current.MaxRedirects = int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? count : null; break;
            case "max-time": Current.MaxSeconds = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) ? seconds : null; break;
            case "next": commands.Add(new CurlCommand()); break;
            default: return Half(name);
        }

        return true;
    }

    /// <summary>Options that shape the request and leave something to tell.</summary>
    private bool Half(string name)
    {
        Current.FollowRedirects |= name == "location-trusted";
        Current.NotBasic |= name is "digest" or "ntlm" or "ntlm-wb" or "negotiate" or "anyauth" or "aws-sigv4";
        return false;
    }

    private void Cookie(string value)
    {
        if (value.Contains('=', StringComparison.Ordinal))
        {
            Current.Cookies.Add(value);
        }
        else if (value.Length > 0)
        {
            Note("--cookie", $"The cookies in the file {Quoted.Text(value)} are not part of the command. Add a Header param Cookie with a secret.");
        }
    }

    private void Note(string option, string message)
    {
        if (!notes.Exists(note => note.Subject == option))
        {
            notes.Add(new CurlNote(option, message));
        }
    }
}

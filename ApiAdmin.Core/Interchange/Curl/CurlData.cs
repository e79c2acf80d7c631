using ApiAdmin.Core.Interchange.Shell;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>The values of <c>--data…</c>, <c>--json</c>, <c>--url-query</c> and <c>--form</c>.</summary>
internal static class CurlData
{
    /// <summary>Null when the option is none of them.</summary>
    public static DataPart[]? Read(string option, string value, ShellCommand shell) => option switch
    {
        "data" or "data-ascii" => [Plain(value, shell, keepLines: false)],
        "data-binary" => [Plain(value, shell, keepLines: true)],
        "data-raw" => [new DataPart(value)],
        "json" => [Plain(value, shell, keepLines: true) with { Joined = true }],
        "data-urlencode" => [Encoded(value, shell)],
        "url-query" => [value.StartsWith('+') ? new DataPart(value[1..]) : Encoded(value, shell)],
        _ => null,
    };

    public static FormPart FormPart(string value, bool literal, List<CurlNote> notes)
    {
        var equals = value.IndexOf('=', StringComparison.Ordinal);
        var name = equals < 0 ? value : value[..equals];
        var content = equals < 0 ? "" : value[(equals + 1)..];
        if (literal)
        {
            return new FormPart(name, content);
        }

        return content switch
        {
            ['@', .. var file] => new FormPart(name, "", File: FileName(file)),
            ['<', .. var file] => new FormPart(name, "", TextFile: FileName(file)),
            _ => new FormPart(name, Text(name, content, notes)),
        };
    }

    /// <summary><c>@file</c> is a file, and <c>@-</c> what is piped in, if the command says that itself.</summary>
    private static DataPart Plain(string value, ShellCommand shell, bool keepLines)
    {
        if (!value.StartsWith('@'))
        {
            return new DataPart(value);
        }

        var file = value[1..];
        return file == "-" ? Piped(shell, keepLines, "") : new DataPart("", file);
    }

    private static DataPart Piped(ShellCommand shell, bool keepLines, string prefix) => shell switch
    {
        { InputText: { } text } => new DataPart(prefix + (keepLines ? text : text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal))),
        { InputFile: { } file } => new DataPart("", file, prefix),
        _ => new DataPart("", "-", prefix),
    };

    /// <summary><c>content</c>, <c>=content</c>, <c>name=content</c>, <c>@file</c>, <c>name@file</c>: the content is encoded, the name is not.</summary>
    private static DataPart Encoded(string value, ShellCommand shell)
    {
        var mark = value.AsSpan().IndexOfAny('=', '@');
        if (mark < 0)
        {
            return new DataPart(Uri.EscapeDataString(value));
        }

        var prefix = mark == 0 ? "" : value[..mark] + "=";
        var rest = value[(mark + 1)..];
        if (value[mark] == '=')
        {
            return new DataPart(prefix + Uri.EscapeDataString(rest));
        }

        return rest == "-" ? Piped(shell, keepLines: true, prefix) : new DataPart("", rest, prefix);
    }

    private static string FileName(string file) => Unquoted(file.Split(';')[0]);

    /// <summary>A value ends at <c>;type=</c>, unless it is in quotes, which then belong to curl and not to the value.</summary>
    private static string Text(string name, string content, List<CurlNote> notes)
    {
        if (content is ['"', .., '"'])
        {
            return Unquoted(content);
        }

        var end = content.IndexOf(";type=", StringComparison.Ordinal);
        if (end < 0)
        {
            return content;
        }

        notes.Add(new CurlNote("--form", $"The part {Quoted.Text(name)} goes without its own type {Quoted.Text(content[(end + 6)..])}. Nothing to do unless the API asks for it."));
        return content[..end];
    }

    private static string Unquoted(string text) => text is ['"', .. var inside, '"']
        ? inside.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : text;
}

using System.Text;
using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>The URL as a definition has it: absolute, without user and fragment, its query as rows where rows say the same.</summary>
internal sealed partial record CurlUrl(string Url, ValueList<RequestParam> Parameters, string? User)
{
    public static CurlUrl Read(CurlCommand command, CurlFiles files, List<CurlNote> notes)
    {
        var typed = command.Urls[0].Trim();
        typed = typed[..(typed.IndexOf('#', StringComparison.Ordinal) is >= 0 and var hash ? hash : typed.Length)];
        var (scheme, rest) = Scheme(typed);
        var end = rest.AsSpan().IndexOfAny("/?") is >= 0 and var found ? found : rest.Length;
        var authority = rest[..end];
        var tail = rest[end..];
        var question = tail.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? tail : tail[..question];
        var user = UserOf(ref authority);
        if (Globs().IsMatch(path))
        {
            notes.Add(new CurlNote("URL", "curl would make several requests of the braces or brackets in the URL; here they are one. Write one path, or {name} for an input."));
        }

        if (command.Upload is { } upload && path is "" or [.., '/'])
        {
            path = (path.Length == 0 ? "/" : path) + Uri.EscapeDataString(upload[(upload.LastIndexOf('/') + 1)..]);
        }

        var query = new CurlQuery(files, notes);
        query.Add(question < 0 ? null : tail[(question + 1)..]);
        query.Add(command.Query);
        query.Add(command.DataInQuery ? command.Data : []);
        var url = $"{scheme}://{authority.ToLowerInvariant()}{Clean(path, "{}")}{(query.Literal is { } literal ? "?" + Clean(literal, "") : "")}";
        return new CurlUrl(url, [.. PathRows(path), .. query.Rows], user);
    }

    private static (string Name, string Behind) Scheme(string typed)
    {
        var mark = typed.IndexOf("://", StringComparison.Ordinal);
        var scheme = mark > 0 ? typed[..mark].ToLowerInvariant() : "http";
        return scheme is "http" or "https"
            ? (scheme, mark > 0 ? typed[(mark + 3)..] : typed)
            : throw new Shell.ShellException($"The scheme {Quoted.Text(scheme)} is not allowed; only http and https are called. Mend the URL.", 0);
    }

    private static string? UserOf(ref string authority)
    {
        var at = authority.LastIndexOf('@');
        var user = at < 0 ? null : Uri.UnescapeDataString(authority[..at]);
        authority = authority[(at + 1)..];
        return user;
    }

    private static IEnumerable<RequestParam> PathRows(string path) =>
        PathName().Matches(path).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal)
            .Select(name => new RequestParam { Name = name, In = ParamPlace.Path, Required = true });

    /// <summary>Percent-encodes what a URL cannot hold; a percent sign that begins no escape is one of its own.</summary>
    private static string Clean(string text, string allowed)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var escape = i + 2 < text.Length && char.IsAsciiHexDigit(text[i + 1]) && char.IsAsciiHexDigit(text[i + 2]);
            var refused = c <= ' ' || c == '\u007f' || "\"<>\\^`|{}".Contains(c, StringComparison.Ordinal) || (c == '%' && !escape);
            builder.Append(refused && !allowed.Contains(c, StringComparison.Ordinal) ? $"%{(int)c:X2}" : c.ToString());
        }

        return builder.ToString();
    }

    [GeneratedRegex(@"\{(?<name>[^{}/]+)\}", RegexOptions.None, 1000)]
    private static partial Regex PathName();

    [GeneratedRegex(@"\{[^{}/]*,[^{}/]*\}|\[[^\]/]*-[^\]/]*\]", RegexOptions.None, 1000)]
    private static partial Regex Globs();
}

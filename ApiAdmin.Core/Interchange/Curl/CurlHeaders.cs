using System.Text;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Validation;

namespace ApiAdmin.Core.Interchange.Curl;

/// <summary>The header rows a command gives, each name once, without the type of the body.</summary>
internal sealed record CurlHeaders(ValueList<HeaderParam> Rows, string? ContentType)
{
    private static readonly string[] Readable = ["gzip", "x-gzip", "deflate", "br", "identity", "*"];

    public static CurlHeaders Read(CurlCommand command, List<CurlNote> notes)
    {
        var all = new OrderedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in command.Headers)
        {
            Add(header, all, notes);
        }

        AddOptions(command, all);
        var type = all.TryGetValue("Content-Type", out var given) ? given : null;
        all.Remove("Content-Type");
        Decodable(all, notes);
        return new CurlHeaders([.. all.Select(header => new HeaderParam { Name = header.Key, Value = PairRows.Source(header.Key, header.Value) })], type);
    }

    /// <summary><c>Name: value</c>; <c>Name;</c> has an empty value; <c>Name:</c> takes a header of curl's own away.</summary>
    private static void Add(string header, OrderedDictionary<string, string> all, List<CurlNote> notes)
    {
        var colon = header.IndexOf(':', StringComparison.Ordinal);
        var isEmpty = colon < 0 && header.EndsWith(';');
        var name = (colon >= 0 ? header[..colon] : header.TrimEnd(';')).Trim();
        var value = colon < 0 ? "" : header[(colon + 1)..].Trim();
        if (header.StartsWith('@'))
        {
            notes.Add(new CurlNote("--header", $"The headers in the file {Quoted.Text(header[1..])} are not part of the text. Add them as Header params."));
        }
        else if (ForbiddenHeaders.Contains(name))
        {
            NoteForbidden(name, value, notes);
        }
        else if (ForbiddenHeaders.Fault("", name) is not null)
        {
            notes.Add(new CurlNote("--header", $"{Quoted.Text(name)} is no header's name, so the header was left out. Use letters, digits and hyphens."));
        }
        else if (isEmpty || value.Length > 0)
        {
            var separator = name.Equals("Cookie", StringComparison.OrdinalIgnoreCase) ? "; " : ", ";
            all[name] = all.TryGetValue(name, out var before) ? before + separator + value : value;
        }
    }

    private static void NoteForbidden(string name, string value, List<CurlNote> notes)
    {
        var isUsual = name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            || (name.Equals("Connection", StringComparison.OrdinalIgnoreCase) && value.Equals("keep-alive", StringComparison.OrdinalIgnoreCase));
        if (!isUsual)
        {
            notes.Add(new CurlNote(name, $"The header {Quoted.Text(name)} belongs to the connection and follows from the URL and the body, so it was left out. Nothing to do unless the API refuses the call."));
        }
    }

    private static void AddOptions(CurlCommand command, OrderedDictionary<string, string> all)
    {
        Set(all, "User-Agent", command.UserAgent);
        Set(all, "Referer", command.Referer);
        Set(all, "Cookie", command.Cookies.Count == 0 ? null : string.Join("; ", command.Cookies));
        Set(all, "Range", command.Range is null ? null : "bytes=" + (command.Range.Contains('-', StringComparison.Ordinal) ? command.Range : command.Range + "-"));
        if (command.IsJson)
        {
            all.TryAdd("Content-Type", "application/json");
            all.TryAdd("Accept", "application/json");
        }

        if (command.Bearer is { } bearer)
        {
            all.TryAdd("Authorization", $"Bearer {bearer}");
        }
        else if (command is { User: { } user, NotBasic: false })
        {
            var pair = user.Contains(':', StringComparison.Ordinal) ? user : user + ":";
            all.TryAdd("Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
        }
    }

    private static void Set(OrderedDictionary<string, string> all, string name, string? value)
    {
        if (value is { Length: > 0 })
        {
            all.TryAdd(name, value);
        }
    }

    /// <summary>A browser says it reads more encodings than we do; a server that believed it would send what nobody can read.</summary>
    private static void Decodable(OrderedDictionary<string, string> all, List<CurlNote> notes)
    {
        if (!all.TryGetValue("Accept-Encoding", out var given))
        {
            return;
        }

        var codings = given.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kept = codings.Where(coding => Readable.Contains(coding.Split(';')[0].Trim().ToLowerInvariant())).ToList();
        if (kept.Count < codings.Length)
        {
            var dropped = string.Join(", ", codings.Except(kept));
            notes.Add(new CurlNote("Accept-Encoding", $"A body encoded as {dropped} could not be read, so it is not asked for. Nothing to do."));
            all["Accept-Encoding"] = kept.Count == 0 ? "identity" : string.Join(", ", kept);
        }
    }
}

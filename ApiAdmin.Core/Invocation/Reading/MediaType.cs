using System.Collections.Frozen;
using System.Text;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>
/// A parsed Content-Type, by the WHATWG MIME Sniffing rules ("parse a MIME type"): forgiving of what servers send,
/// null for what is no media type at all.
/// </summary>
/// <param name="Essence">Type and subtype in lower case: <c>application/json</c>.</param>
public sealed record MediaType(string Essence, string? Charset)
{
    private const string HttpWhitespace = " \t\r\n";

    public bool IsJson => Essence is "application/json" or "text/json" || Essence.EndsWith("+json", StringComparison.Ordinal);

    public bool IsXml => Essence is "application/xml" or "text/xml" || Essence.EndsWith("+xml", StringComparison.Ordinal);

    public bool IsText => IsJson || IsXml || Essence.StartsWith("text/", StringComparison.Ordinal)
        || Essence is "application/x-www-form-urlencoded" or "application/javascript" or "application/x-ndjson" or "application/graphql" or "application/yaml";

    /// <summary>What nearly every answer says; looked up rather than read.</summary>
    private static readonly FrozenDictionary<string, MediaType> Usual = new[]
    {
        "application/json", "application/json; charset=utf-8", "application/json;charset=UTF-8", "application/json;charset=utf-8", "text/plain",
        "text/html", "text/html; charset=utf-8", "text/plain; charset=utf-8", "application/xml", "text/xml", "text/xml; charset=utf-8",
    }.ToFrozenDictionary(text => text, text => Read(text)!, StringComparer.Ordinal);

    public static MediaType? Parse(string? header) => header is not null && Usual.TryGetValue(header, out var usual) ? usual : Read(header);

    private static MediaType? Read(string? header)
    {
        var text = header?.Trim(HttpWhitespace.ToCharArray()) ?? "";
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || !text.AsSpan(0, slash).ToString().All(IsToken))
        {
            return null;
        }

        var semicolon = text.IndexOf(';', slash);
        var subtype = (semicolon < 0 ? text[(slash + 1)..] : text[(slash + 1)..semicolon]).TrimEnd(HttpWhitespace.ToCharArray());
        if (subtype.Length == 0 || !subtype.All(IsToken))
        {
            return null;
        }

        return new MediaType($"{text[..slash]}/{subtype}".ToLowerInvariant(), semicolon < 0 ? null : FindCharset(text, semicolon + 1));
    }

    /// <summary>The first well-formed parameter of that name counts.</summary>
    private static string? FindCharset(string text, int position)
    {
        while (position < text.Length)
        {
            while (position < text.Length && HttpWhitespace.Contains(text[position], StringComparison.Ordinal))
            {
                position++;
            }

            var nameEnd = text.AsSpan(position).IndexOfAny(';', '=') is var at and >= 0 ? position + at : text.Length;
            var name = text[position..nameEnd];
            position = nameEnd;
            if (position >= text.Length || text[position] == ';')
            {
                position++;
                continue;
            }

            var value = ReadValue(text, ref position);
            if (name.Equals("charset", StringComparison.OrdinalIgnoreCase) && value.Length > 0 && value.All(IsQuotable))
            {
                return value;
            }
        }

        return null;
    }

    private static string ReadValue(string text, ref int position)
    {
        position++;
        if (position < text.Length && text[position] == '"')
        {
            var quoted = ReadQuoted(text, ref position);
            position = After(text, position);
            return quoted;
        }

        var start = position;
        position = After(text, position);
        return text[start..Math.Min(position - 1, text.Length)].TrimEnd(HttpWhitespace.ToCharArray()) is var value && value.All(IsQuotable) ? value : "";
    }

    private static int After(string text, int position) =>
        position < text.Length && text.IndexOf(';', position) is var semicolon and >= 0 ? semicolon + 1 : text.Length + 1;

    private static string ReadQuoted(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
            }

            value.Append(text[position]);
        }

        return value.ToString();
    }

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal);

    private static bool IsQuotable(char c) => c == '\t' || c is >= ' ' and <= '~' or >= '\u0080' and <= '\u00ff';
}

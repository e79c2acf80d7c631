using System.Globalization;
using System.Text;

namespace ApiAdmin.Core.Invocation.Building;

/// <summary>Escaping by place. Each keeps the structure of the request whatever the value is.</summary>
internal static class Escapes
{
    /// <summary>
    /// A path segment or a query name or value: everything but RFC 3986 "unreserved" goes percent-encoded. More than
    /// pchar asks for, since servers read <c>;</c> in a path and <c>+</c> in a query each in their own way.
    /// </summary>
    public static string Uri(string text) => System.Uri.EscapeDataString(text);

    /// <summary>application/x-www-form-urlencoded (WHATWG URL, section 5.2).</summary>
    public static string Form(string text) => System.Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>What an administrator typed in the URL: kept, only what HTTP cannot carry there is encoded.</summary>
    public static string Literal(string text)
    {
        if (text.All(IsLiteral))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            builder.Append(rune.IsAscii && IsLiteral((char)rune.Value) ? rune.ToString() : System.Uri.EscapeDataString(rune.ToString()));
        }

        return builder.ToString();
    }

    /// <summary>The inside of a JSON string (RFC 8259, section 7); beyond ASCII it stays UTF-8.</summary>
    public static string Json(string text)
    {
        if (!text.AsSpan().ContainsAny(JsonSpecials))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => builder.Append('\\').Append(c),
                '\n' => builder.Append("\\n"),
                '\r' => builder.Append("\\r"),
                '\t' => builder.Append("\\t"),
                < ' ' => builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }

    /// <summary>
    /// XML text and attribute values. White space that a reader would normalize (XML 1.0, sections 2.11 and 3.3.3) goes
    /// as a character reference.
    /// </summary>
    public static string Xml(string text)
    {
        if (!text.AsSpan().ContainsAny(XmlSpecials))
        {
            return text;
        }

        var builder = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '<' => builder.Append("&lt;"),
                '>' => builder.Append("&gt;"),
                '&' => builder.Append("&amp;"),
                '"' => builder.Append("&quot;"),
                '\'' => builder.Append("&#39;"),
                '\r' or '\n' or '\t' => builder.Append(CultureInfo.InvariantCulture, $"&#{(int)c};"),
                _ => builder.Append(c),
            };
        }

        return builder.ToString();
    }

    /// <summary>Inside CDATA only its end has to be broken up; a carriage return leaves it, to stay one.</summary>
    public static string CData(string text) => text
        .Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)
        .Replace("\r", "]]>&#13;<![CDATA[", StringComparison.Ordinal);

    /// <summary>A quoted-string in a part's header (RFC 9110, section 5.6.4).</summary>
    public static string Quoted(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static readonly System.Buffers.SearchValues<char> JsonSpecials =
        System.Buffers.SearchValues.Create([.. Enumerable.Range(0, 32).Select(i => (char)i), '"', '\\']);

    private static readonly System.Buffers.SearchValues<char> XmlSpecials = System.Buffers.SearchValues.Create("<>&\"'\r\n\t");

    private static bool IsLiteral(char c) => c is > ' ' and < (char)0x7f and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}');
}

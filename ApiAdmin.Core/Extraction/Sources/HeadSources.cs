using ApiAdmin.Core.Invocation;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>What can be read before the body: headers and cookies.</summary>
internal static class HeadSources
{
    public static SourceResult Header(ResponseHead head, string name)
    {
        var values = head.Headers.Where(h => h.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(h => SourceValue.Of(h.Value)).ToList();
        if (values.Count > 0)
        {
            return new(values);
        }

        var names = head.Headers.Select(h => h.Name).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return SourceResult.NoMatch($"The response has no header {Quoted.Text(name)}. It has {(names.Count == 0 ? "none at all" : Quoted.List(names))}.", Nearest.To(name, names));
    }

    /// <summary>From <c>Set-Cookie</c> (RFC 6265, section 5.2); names of cookies are case-sensitive.</summary>
    public static SourceResult Cookie(ResponseHead head, string name)
    {
        var cookies = head.Headers.Where(h => h.Name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase)).Select(h => Pair(h.Value)).ToList();
        var values = cookies.Where(c => c.Name == name).Select(c => SourceValue.Of(c.Value)).ToList();
        if (values.Count > 0)
        {
            return new(values);
        }

        var names = cookies.Select(c => c.Name).Distinct(StringComparer.Ordinal).ToList();
        return SourceResult.NoMatch($"The response sets no cookie {Quoted.Text(name)}. It sets {(names.Count == 0 ? "none at all" : Quoted.List(names))}.", Nearest.To(name, names));
    }

    private static (string Name, string Value) Pair(string header)
    {
        var semicolon = header.IndexOf(';', StringComparison.Ordinal);
        var pair = semicolon < 0 ? header : header[..semicolon];
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        var value = equals < 0 ? pair.Trim() : pair[(equals + 1)..].Trim();
        return (equals < 0 ? "" : pair[..equals].Trim(), value is ['"', .., '"'] ? value[1..^1] : value);
    }
}

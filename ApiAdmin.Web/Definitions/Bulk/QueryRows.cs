using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>A query string, with or without the URL before it: <c>?a=1&amp;b=2</c>. A name that repeats is one row of several values.</summary>
public static class QueryRows
{
    /// <summary>Null when the text is none; one <c>name=value</c> alone is a line.</summary>
    public static IReadOnlyList<TextRow>? Read(string text)
    {
        var query = text.Trim();
        if (query.Any(char.IsWhiteSpace) || query.StartsWith(QuotedText.Begin, StringComparison.Ordinal))
        {
            return null;
        }

        var isWhole = IsUrl(query) || query.StartsWith('?');
        var pairs = AfterQuestion(query, isWhole).Split('&', StringSplitOptions.RemoveEmptyEntries);
        var isQuery = pairs.Length > 0 && pairs.All(IsPair) && (isWhole || pairs.Length > 1);
        return isQuery ? [.. pairs.Select(Split).GroupBy(pair => pair.Name, StringComparer.Ordinal).Select(Row)] : null;
    }

    private static bool IsUrl(string text) =>
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) && text.Contains('?', StringComparison.Ordinal);

    private static string AfterQuestion(string query, bool isWhole)
    {
        var fragment = isWhole ? query.IndexOf('#', StringComparison.Ordinal) : -1;
        var end = fragment < 0 ? query : query[..fragment];
        return isWhole ? end[(end.IndexOf('?', StringComparison.Ordinal) + 1)..] : end;
    }

    private static bool IsPair(string pair) => pair.IndexOf('=', StringComparison.Ordinal) > 0;

    private static (string Name, string Value) Split(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return (Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
    }

    private static TextRow Row(IGrouping<string, (string Name, string Value)> values) => values.ToList() switch
    {
        [var one] => new TextRow(one.Name, one.Value),
        var all => new TextRow(values.Key, $"[{string.Join(',', all.Select(pair => RawJson.String(pair.Value).Text))}]") { Type = ParamType.Array },
    };

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

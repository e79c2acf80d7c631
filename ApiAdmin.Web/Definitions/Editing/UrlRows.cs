using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>A URL and the rows that belong to it.</summary>
public sealed record SplitUrl(string Url, IReadOnlyList<RequestParam> Parameters);

/// <summary>Keeps the URL and the rows of the grid one thing: a typed query becomes query rows, <c>{name}</c> in the path a path row.</summary>
public static partial class UrlRows
{
    public static SplitUrl Split(string typed, IReadOnlyList<RequestParam> rows)
    {
        var url = typed.Trim();
        var result = rows.ToList();
        var question = QueryStart(url);
        if (question >= 0)
        {
            AddQuery(url[(question + 1)..], result);
            url = url[..question];
        }

        MatchPath(url, result);
        return new SplitUrl(url, result);
    }

    /// <summary>Names in single braces; <c>{{…}}</c> is a placeholder of another kind.</summary>
    public static IReadOnlyList<string> PathNames(string url) =>
        [.. PathName().Matches(url).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal)];

    private static int QueryStart(string url)
    {
        var fragment = url.IndexOf('#', StringComparison.Ordinal);
        var question = url.IndexOf('?', StringComparison.Ordinal);
        return fragment >= 0 && fragment < question ? -1 : question;
    }

    private static void AddQuery(string query, List<RequestParam> rows)
    {
        var end = query.IndexOf('#', StringComparison.Ordinal);
        foreach (var pair in (end < 0 ? query : query[..end]).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(equals < 0 ? pair : pair[..equals]);
            var value = equals < 0 ? "" : Decode(pair[(equals + 1)..]);
            rows.Add(new RequestParam { Name = name, In = ParamPlace.Query, Value = Source(name, value) });
        }
    }

    /// <summary><c>?tel={tel}</c> asks the caller for it, anything else is a constant.</summary>
    private static ValueSource Source(string name, string value) => WholeName().Match(value) switch
    {
        { Success: true } match => new CallerValue { Input = match.Groups["name"].Value == name ? null : match.Groups["name"].Value },
        _ => new ConstantValue { Value = RawJson.String(value) },
    };

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static void MatchPath(string url, List<RequestParam> rows)
    {
        var names = PathNames(url);
        var missing = names.Where(n => !rows.Exists(r => r.In == ParamPlace.Path && r.Name == n)).ToList();
        var orphans = rows.Where(r => r.In == ParamPlace.Path && !names.Contains(r.Name)).ToList();
        if (missing is [var renamed] && orphans is [var orphan])
        {
            rows[rows.IndexOf(orphan)] = orphan with { Name = renamed };
            return;
        }

        // A row nobody filled in came from the URL and goes with it; one with content stays, and the validator names it.
        rows.RemoveAll(r => orphans.Contains(r) && r.Equals(PathRow(r.Name)));
        rows.InsertRange(rows.FindLastIndex(r => r.In == ParamPlace.Path) + 1, missing.Select(PathRow));
    }

    private static RequestParam PathRow(string name) => new() { Name = name, In = ParamPlace.Path, Required = true };

    [GeneratedRegex(@"(?<!\{)\{(?<name>[^{}/?#]+)\}(?!\})", RegexOptions.None, 1000)]
    private static partial Regex PathName();

    [GeneratedRegex(@"^\{(?<name>[^{}]+)\}$", RegexOptions.None, 1000)]
    private static partial Regex WholeName();
}

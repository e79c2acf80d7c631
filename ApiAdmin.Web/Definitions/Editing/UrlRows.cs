using System.Text.RegularExpressions;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared.Grid;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>A URL as it is stored, and the rows that belong to it.</summary>
public sealed record SplitUrl(string Url, IReadOnlyList<GridRow<RequestParam>> Rows);

/// <summary>The URL and the rows of the grid as one thing: query rows are its query, <c>{name}</c> in its path is a path row.</summary>
public static partial class UrlRows
{
    /// <summary>The URL with the query that the rows make.</summary>
    public static string Write(string stored, IEnumerable<RequestParam> rows)
    {
        var pairs = rows.Select(QueryLine.Of).OfType<QueryLine>().SelectMany(line => line.Pairs).ToList();
        var parts = UrlParts.Of(stored);
        return pairs.Count == 0 ? stored : (parts with { Query = string.Join('&', string.IsNullOrEmpty(parts.Query) ? pairs : pairs.Prepend(parts.Query)) }).ToString();
    }

    /// <summary>Takes a typed URL apart.</summary>
    /// <param name="stored">The URL before. What of its own query is typed again stays there: it may be something that no row can say.</param>
    /// <param name="before">The rows before. New ones get the id 0.</param>
    public static SplitUrl Split(string typed, string stored, IReadOnlyList<GridRow<RequestParam>> before)
    {
        var parts = UrlParts.Of(typed.Trim());
        var (literal, pairs) = Literal(UrlParts.Of(stored), parts);
        var rows = QueryMerge.Merge(before, pairs);
        MatchPath(parts.Base, rows);
        return new SplitUrl((parts with { Query = literal }).ToString(), rows);
    }

    /// <summary>The URL when a path row got another name in the grid: one name without a row belongs to one row without a name.</summary>
    public static string Follow(string stored, IReadOnlyList<RequestParam> rows)
    {
        var parts = UrlParts.Of(stored);
        var (missing, orphans) = Unmatched(parts.Base, rows);
        return missing is [var old] && orphans is [var row] && WholeName().IsMatch(row.Name)
            ? (parts with { Base = PathName().Replace(parts.Base, match => match.Groups["name"].Value == old ? $"{{{row.Name}}}" : match.Value) }).ToString()
            : stored;
    }

    private static (string? Literal, IReadOnlyList<string> Pairs) Literal(UrlParts before, UrlParts typed)
    {
        if (before.Query is { Length: > 0 } query && typed.Query is { } now && (now == query || now.StartsWith(query + "&", StringComparison.Ordinal)))
        {
            return (query, (typed with { Query = now[query.Length..] }).Pairs);
        }

        var (literal, pairs, at) = (new List<string>(), new List<string>(), 0);
        foreach (var pair in typed.Pairs)
        {
            var found = before.Pairs.Skip(at).ToList().IndexOf(pair);
            (found < 0 ? pairs : literal).Add(pair);
            at += found + 1;
        }

        return (literal.Count > 0 ? string.Join('&', literal) : null, pairs);
    }

    private static void MatchPath(string path, List<GridRow<RequestParam>> rows)
    {
        var (missing, orphans) = Unmatched(path, [.. rows.Select(row => row.Value)]);
        if (missing is [var renamed] && orphans is [var orphan])
        {
            var index = rows.FindIndex(row => ReferenceEquals(row.Value, orphan));
            rows[index] = rows[index] with { Value = orphan with { Name = renamed } };
            return;
        }

        // A row nobody filled in came from the URL and goes with it; one with content stays, and the validator names it.
        rows.RemoveAll(row => orphans.Contains(row.Value) && row.Value.Equals(PathRow(row.Value.Name)));
        rows.InsertRange(rows.FindLastIndex(row => row.Value.In == ParamPlace.Path) + 1, missing.Select(name => new GridRow<RequestParam>(0, PathRow(name))));
    }

    private static (List<string> Missing, List<RequestParam> Orphans) Unmatched(string path, IReadOnlyList<RequestParam> rows)
    {
        var names = PathName().Matches(path).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();
        var inPath = rows.Where(row => row.In == ParamPlace.Path).ToList();
        return ([.. names.Where(name => !inPath.Exists(row => row.Name == name))], [.. inPath.Where(row => !names.Contains(row.Name))]);
    }

    private static RequestParam PathRow(string name) => new() { Name = name, In = ParamPlace.Path, Required = true };

    /// <summary>Single braces; <c>{{…}}</c> is a placeholder of another kind.</summary>
    [GeneratedRegex(@"(?<!\{)\{(?<name>[^{}/?#]+)\}(?!\})", RegexOptions.None, 1000)]
    private static partial Regex PathName();

    [GeneratedRegex(@"^[^{}/?#]+\z", RegexOptions.None, 1000)]
    private static partial Regex WholeName();
}

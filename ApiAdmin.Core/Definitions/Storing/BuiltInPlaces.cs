using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>
/// Where what is built in stands in one page of the sorted list, and so which of the stored rows are left for that page. A place is found
/// by counting the rows before it in the index of the sort, no further than the page's end.
/// </summary>
/// <param name="Skip">The stored rows before this page.</param>
/// <param name="Take">The stored rows of this page.</param>
/// <param name="Count">How many are built in and match, on all pages.</param>
internal sealed record BuiltInPlaces(int Skip, int Take, int Count, IReadOnlyList<(int Index, ApiSummary Api)> OnPage)
{
    public static async Task<BuiltInPlaces> OfAsync(
        IQueryable<ApiRow> matching, ApiListQuery query, int first, int size, CancellationToken cancellationToken)
    {
        var fitting = Fitting(query);
        var (before, onPage) = (0, new List<(int Index, ApiSummary Api)>());
        for (var rank = 0; rank < fitting.Count; rank++)
        {
            var place = rank + await ApiList.Sorted(Before(matching, query, fitting[rank]), query).Take(first + size).CountAsync(cancellationToken);
            if (place < first)
            {
                before++;
            }
            else if (place < first + size)
            {
                onPage.Add((place - first, Summary(fitting[rank])));
            }
        }

        return new BuiltInPlaces(first - before, size - onPage.Count, fitting.Count, onPage);
    }

    /// <summary>The page as it is read: the stored rows with the others at their places.</summary>
    public IReadOnlyList<ApiSummary> Among(List<ApiSummary> stored)
    {
        foreach (var (index, api) in OnPage)
        {
            stored.Insert(index, api);
        }

        return stored;
    }

    private static IReadOnlyList<ApiDefinition> Fitting(ApiListQuery query)
    {
        if (query.BuiltIn.Count == 0 || query.Status is not null || query.FavouritesOnly || !string.IsNullOrEmpty(query.Category))
        {
            return [];
        }

        var search = TextFolding.Fold(query.Search ?? "").Trim();
        var fitting = query.BuiltIn.Where(api => DefinitionWriter.SearchText(api).Contains(search, StringComparison.Ordinal))
            .OrderBy(api => SortText(api, query.Sort), StringComparer.Ordinal).ThenBy(api => api.Key, StringComparer.Ordinal);
        return query.Descending ? [.. fitting.Reverse()] : [.. fitting];
    }

    private static string SortText(ApiDefinition api, ApiSort sort) => sort == ApiSort.Name ? TextFolding.SortKey(api.Name) : "";

    /// <summary>The stored rows that come before it in this sort; it has no category and no time, which sort before any.</summary>
    private static IQueryable<ApiRow> Before(IQueryable<ApiRow> rows, ApiListQuery query, ApiDefinition api)
    {
        var (name, key) = (SortText(api, ApiSort.Name), api.Key);
        return (query.Sort, query.Descending) switch
        {
            (ApiSort.Key, false) => rows.Where(row => row.Key.CompareTo(key) < 0),
            (ApiSort.Key, true) => rows.Where(row => row.Key.CompareTo(key) > 0),
            (ApiSort.Category, false) => rows.Where(row => row.CategorySort == "" && row.Key.CompareTo(key) < 0),
            (ApiSort.Category, true) => rows.Where(row => row.CategorySort != "" || row.Key.CompareTo(key) > 0),
            (ApiSort.Updated, false) => rows.Where(_ => false),
            (ApiSort.Updated, true) => rows,
            (_, false) => rows.Where(row => row.NameSort.CompareTo(name) < 0 || (row.NameSort == name && row.Key.CompareTo(key) < 0)),
            (_, true) => rows.Where(row => row.NameSort.CompareTo(name) > 0 || (row.NameSort == name && row.Key.CompareTo(key) > 0)),
        };
    }

    private static ApiSummary Summary(ApiDefinition api) => new()
    {
        Key = api.Key, Name = api.Name, Method = api.Method, Url = api.Url, IsBuiltIn = true, UpdatedAt = DateTimeOffset.UnixEpoch, UpdatedBy = "",
    };
}

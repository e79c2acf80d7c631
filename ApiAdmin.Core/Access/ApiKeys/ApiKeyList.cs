using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Access;

/// <summary>A page of the keys. There are some dozens, so they are folded and sorted here, alike on every database.</summary>
internal static class ApiKeyList
{
    public static PagedList<ApiKeyInfo> Page(IReadOnlyList<ApiKeyInfo> keys, ApiKeyListQuery query, DateTimeOffset now)
    {
        var search = TextFolding.Fold(query.Search ?? "").Trim();
        var found = keys
            .Where(key => query.State is null || key.StateAt(now) == query.State)
            .Where(key => search.Length == 0
                || TextFolding.Fold($"{key.Name}\n{key.Prefix}\n{string.Join(' ', key.Scopes)}").Contains(search, StringComparison.Ordinal))
            .ToList();
        return Sorted(found, query).ToPage(query.Page, query.PageSize, found.Count);
    }

    private static IEnumerable<ApiKeyInfo> Sorted(List<ApiKeyInfo> keys, ApiKeyListQuery query) => query.Sort switch
    {
        ApiKeySort.Created => InOrder(keys, query, key => key.CreatedAt),
        ApiKeySort.Expires => InOrder(keys, query, key => key.ExpiresAt ?? DateTimeOffset.MaxValue),
        ApiKeySort.LastUsed => InOrder(keys, query, key => key.LastUsedAt ?? DateTimeOffset.MinValue),
        _ => query.Descending
            ? keys.OrderByDescending(key => TextFolding.SortKey(key.Name), StringComparer.Ordinal)
            : keys.OrderBy(key => TextFolding.SortKey(key.Name), StringComparer.Ordinal),
    };

    private static IEnumerable<ApiKeyInfo> InOrder(List<ApiKeyInfo> keys, ApiKeyListQuery query, Func<ApiKeyInfo, DateTimeOffset> by) =>
        query.Descending ? keys.OrderByDescending(by) : keys.OrderBy(by);
}

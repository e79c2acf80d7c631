using ApiAdmin.Core.Data;
using Mapster;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Reads pages of the list from the narrow table, in the order of one of its indexes.</summary>
internal static class ApiList
{
    private const int LastPage = 1_000_000;
    private const int MostCategories = 1_000;

    public static async Task<PagedList<ApiSummary>> ReadAsync(AppDbContext db, ApiListQuery query, CancellationToken cancellationToken)
    {
        var (page, size) = Clamped(query);
        if (IsUnstorable(query.Search) || IsUnstorable(query.Category))
        {
            return new PagedList<ApiSummary>([], page, size, 0);
        }

        var matching = Matching(db.Apis.AsNoTracking(), query);
        var items = await Page(db, query)
            .ProjectToType<ApiSummary>(DefinitionMapping.Config)
            .ToListAsync(cancellationToken);
        var total = await Sorted(matching, query).Take(PagedList<ApiSummary>.CountedTo).CountAsync(cancellationToken);
        return new PagedList<ApiSummary>(items, page, size, total);
    }

    public static async Task<IReadOnlyList<string>> CategoriesAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Apis.AsNoTracking()
            .Where(row => row.CategorySort != "")
            .Select(row => new { row.CategorySort, row.Category }).Distinct()
            .OrderBy(row => row.CategorySort).ThenBy(row => row.Category)
            .Select(row => row.Category)
            .Take(MostCategories)
            .ToListAsync(cancellationToken);

    /// <summary>The rows of one page, before anything is made of them.</summary>
    internal static IQueryable<ApiRow> Page(AppDbContext db, ApiListQuery query)
    {
        var (page, size) = Clamped(query);
        return Sorted(Matching(db.Apis.AsNoTracking(), query), query).Skip((page - 1) * size).Take(size);
    }

    private static (int Page, int Size) Clamped(ApiListQuery query) =>
        (Math.Clamp(query.Page, 1, LastPage), Math.Clamp(query.PageSize, 1, PagedList<ApiSummary>.LargestPage));

    private static IQueryable<ApiRow> Matching(IQueryable<ApiRow> rows, ApiListQuery query)
    {
        if (query.Status is { } status)
        {
            rows = rows.Where(row => row.Status == status);
        }

        if (!string.IsNullOrEmpty(query.Category))
        {
            var sort = TextFolding.SortKey(query.Category);
            rows = rows.Where(row => row.CategorySort == sort && row.Category == query.Category);
        }

        var search = TextFolding.Fold(query.Search ?? "").Trim();
        return search.Length == 0 ? rows : rows.Where(row => row.SearchText.Contains(search));
    }

    private static IQueryable<ApiRow> Sorted(IQueryable<ApiRow> rows, ApiListQuery query) => (query.Sort, query.Descending) switch
    {
        (ApiSort.Key, false) => rows.OrderBy(row => row.Key),
        (ApiSort.Key, true) => rows.OrderByDescending(row => row.Key),
        (ApiSort.Category, false) => rows.OrderBy(row => row.CategorySort).ThenBy(row => row.Key),
        (ApiSort.Category, true) => rows.OrderByDescending(row => row.CategorySort).ThenByDescending(row => row.Key),
        (ApiSort.Updated, false) => rows.OrderBy(row => row.UpdatedAt).ThenBy(row => row.Key),
        (ApiSort.Updated, true) => rows.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Key),
        (_, false) => rows.OrderBy(row => row.NameSort).ThenBy(row => row.Key),
        (_, true) => rows.OrderByDescending(row => row.NameSort).ThenByDescending(row => row.Key),
    };

    /// <summary>PostgreSQL cannot even be asked for U+0000, and nothing stored holds it.</summary>
    private static bool IsUnstorable(string? text) => text?.Contains('\0', StringComparison.Ordinal) == true;
}

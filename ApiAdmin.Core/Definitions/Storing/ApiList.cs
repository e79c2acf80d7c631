using ApiAdmin.Core.Data;
using Mapster;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Reads pages of the list from the narrow table, in the order of one of its indexes.</summary>
internal static class ApiList
{
    private const int LastPage = 1_000_000;
    private const int MostCategories = 1_000;

    /// <param name="person">Whose favourites count as such; null has none.</param>
    public static async Task<PagedList<ApiSummary>> ReadAsync(
        AppDbContext db, ApiListQuery query, Guid? person, CancellationToken cancellationToken)
    {
        var (page, size) = Clamped(query);
        if (IsUnstorable(query.Search) || IsUnstorable(query.Category))
        {
            return new PagedList<ApiSummary>([], page, size, 0);
        }

        var matching = Matching(db, query, person);
        var places = await BuiltInPlaces.OfAsync(matching, query, (page - 1) * size, size, cancellationToken);
        var items = await Sorted(matching, query).Skip(places.Skip).Take(places.Take)
            .ProjectToType<ApiSummary>(DefinitionMapping.Config)
            .ToListAsync(cancellationToken);
        var total = await Sorted(matching, query).Take(PagedList<ApiSummary>.CountedTo).CountAsync(cancellationToken);
        return new PagedList<ApiSummary>(places.Among(items), page, size, Math.Min(total + places.Count, PagedList<ApiSummary>.CountedTo));
    }

    public static async Task<IReadOnlyList<string>> CategoriesAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Apis.AsNoTracking()
            .Where(row => row.CategorySort != "")
            .Select(row => new { row.CategorySort, row.Category }).Distinct()
            .OrderBy(row => row.CategorySort).ThenBy(row => row.Category)
            .Select(row => row.Category)
            .Take(MostCategories)
            .ToListAsync(cancellationToken);

    /// <summary>The paths in use, with how many APIs stand in each: counted in the index of the paths alone.</summary>
    public static async Task<IEnumerable<(string Path, int Count)>> CountedPathsAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var counted = await db.Apis.AsNoTracking().GroupBy(row => row.CategoryPath)
            .Select(same => new { same.Key, Count = same.Count() })
            .OrderBy(path => path.Key).Take(MostCategories)
            .ToListAsync(cancellationToken);
        return counted.Select(path => (path.Key, path.Count));
    }

    /// <summary>The rows of one page, before anything is made of them.</summary>
    internal static IQueryable<ApiRow> Page(AppDbContext db, ApiListQuery query, Guid? person = null)
    {
        var (page, size) = Clamped(query);
        return Sorted(Matching(db, query, person), query).Skip((page - 1) * size).Take(size);
    }

    private static (int Page, int Size) Clamped(ApiListQuery query) =>
        (Math.Clamp(query.Page, 1, LastPage), Math.Clamp(query.PageSize, 1, PagedList<ApiSummary>.LargestPage));

    private static IQueryable<ApiRow> Matching(AppDbContext db, ApiListQuery query, Guid? person)
    {
        var rows = db.Apis.AsNoTracking();
        if (query.FavouritesOnly)
        {
            // From the few stars to their APIs, not from every API to its star.
            rows = db.Favourites.Where(star => star.UserId == person).Join(rows, star => star.ApiId, row => row.Id, (_, row) => row);
        }

        if (query.Status is { } status)
        {
            rows = rows.Where(row => row.Status == status);
        }

        if (!string.IsNullOrEmpty(query.Category))
        {
            rows = In(rows, CategoryPath.Of(query.Category));
        }

        var search = TextFolding.Fold(query.Search ?? "").Trim();
        return search.Length == 0 ? rows : rows.Where(row => row.SearchText.Contains(search));
    }

    /// <summary>In a category or below it; the empty path is what has none.</summary>
    private static IQueryable<ApiRow> In(IQueryable<ApiRow> rows, string path)
    {
        if (path.Length == 0)
        {
            return rows.Where(row => row.CategoryPath == "");
        }

        var after = CategoryPath.After(path);
        return rows.Where(row => row.CategoryPath.CompareTo(path) >= 0 && row.CategoryPath.CompareTo(after) < 0);
    }

    internal static IQueryable<ApiRow> Sorted(IQueryable<ApiRow> rows, ApiListQuery query) => (query.Sort, query.Descending) switch
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

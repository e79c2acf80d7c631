using ApiAdmin.Core.Definitions;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Definitions.List;

/// <summary>The list's query as it stands in the page's address; what is usual is left out of it.</summary>
public static class ApiListAddress
{
    public const string Trash = "trash";
    public const string Favourites = "favourites";

    public static ApiListQuery Read(string? search, string? status, string? category, string? sort, int? page, string? view = null)
    {
        var descending = sort?.StartsWith('-') == true;
        return new ApiListQuery
        {
            Search = string.IsNullOrWhiteSpace(search) ? null : search,
            Status = Enum.TryParse<ApiStatus>(status, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
            Category = string.IsNullOrEmpty(category) ? null : category,
            FavouritesOnly = string.Equals(view, Favourites, StringComparison.OrdinalIgnoreCase),
            Sort = Enum.TryParse<ApiSort>(sort?.TrimStart('-'), ignoreCase: true, out var by) && Enum.IsDefined(by) ? by : ApiSort.Name,
            Descending = descending,
            Page = Math.Max(page ?? 1, 1),
        };
    }

    public static string Write(NavigationManager navigation, ApiListQuery query) => Write(navigation, query, query.FavouritesOnly ? Favourites : null);

    public static string OfTrash(NavigationManager navigation, int page) => Write(navigation, new ApiListQuery { Page = page }, Trash);

    private static string Write(NavigationManager navigation, ApiListQuery query, string? view) =>
        navigation.GetUriWithQueryParameters("/apis", new Dictionary<string, object?>
        {
            ["view"] = view,
            ["search"] = query.Search,
            ["status"] = query.Status?.ToString().ToLowerInvariant(),
            ["category"] = query.Category,
            ["sort"] = query is { Sort: ApiSort.Name, Descending: false }
                ? null
                : (query.Descending ? "-" : "") + query.Sort.ToString().ToLowerInvariant(),
            ["page"] = query.Page > 1 ? query.Page : null,
        });
}

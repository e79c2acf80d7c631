using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Access;

/// <summary>A list's query as it stands in the page's address; what is usual is left out of it, what makes no sense is not heard.</summary>
public static class ListAddress
{
    public static T? Choice<T>(string? text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<T>(text!, ignoreCase: true) : null;

    public static (T Sort, bool Descending) Sort<T>(string? text)
        where T : struct, Enum => (Choice<T>(text?.TrimStart('-')) ?? default, text?.StartsWith('-') == true);

    public static string Write<T>(NavigationManager navigation, string path, string? search, string? state, (T By, bool Descending) sort, int page)
        where T : struct, Enum => navigation.GetUriWithQueryParameters(path, new Dictionary<string, object?>
        {
            ["search"] = string.IsNullOrWhiteSpace(search) ? null : search,
            ["state"] = state?.ToLowerInvariant(),
            ["sort"] = sort is { Descending: false } && EqualityComparer<T>.Default.Equals(sort.By, default)
                ? null
                : (sort.Descending ? "-" : "") + sort.By.ToString().ToLowerInvariant(),
            ["page"] = page > 1 ? page : null,
        });
}

namespace ApiAdmin.Web.Operations;

/// <summary>Which addresses programs use; all others are pages, whose errors are pages too.</summary>
public static class Paths
{
    private static readonly string[] ForPrograms = ["/api", "/health", "/metrics", "/openapi", "/csp", "/_blazor", "/_framework", "/_content"];

    public static bool ForPeople(HttpRequest request) => !ForPrograms.Any(prefix => IsUnder(request, prefix));

    public static bool IsUnder(HttpRequest request, string prefix) =>
        request.Path.StartsWithSegments(prefix, StringComparison.OrdinalIgnoreCase);
}

namespace ApiAdmin.Web.Access;

/// <summary>Where to go after signing in: only ever a place of this site.</summary>
public static class LocalUrl
{
    public static string Or(string? url, string fallback) => IsLocal(url) ? url! : fallback;

    // "//host" and "/\host" are other sites to a browser; control characters are dropped by it before it looks.
    private static bool IsLocal(string? url) =>
        url is { Length: > 0 } && url[0] == '/'
        && (url.Length == 1 || url[1] is not ('/' or '\\'))
        && !url.Any(char.IsControl)
        && !url.Contains('\\', StringComparison.Ordinal);
}

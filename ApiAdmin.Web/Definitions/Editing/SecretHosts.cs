namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>Which host a new secret is most likely for.</summary>
public static class SecretHosts
{
    /// <summary>The URL's host, with its port when it is not the scheme's own; empty when the URL has none yet.</summary>
    public static string Suggest(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? uri.Authority : "";

    public static IReadOnlyList<string> Parse(string text) =>
        [.. text.Split([',', ' ', '\n', '\r', '\t', ';'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
}

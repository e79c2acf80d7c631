namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>A URL cut at its <c>?</c> and its <c>#</c>, as typed.</summary>
/// <param name="Query">Null when there is no <c>?</c>.</param>
/// <param name="Fragment">With its <c>#</c>; never sent, and kept for the validator to say so.</param>
public sealed record UrlParts(string Base, string? Query, string Fragment)
{
    public IReadOnlyList<string> Pairs => Query?.Split('&', StringSplitOptions.RemoveEmptyEntries) ?? [];

    public static UrlParts Of(string url)
    {
        var hash = url.IndexOf('#', StringComparison.Ordinal);
        var (front, fragment) = hash < 0 ? (url, "") : (url[..hash], url[hash..]);
        var question = front.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new UrlParts(front, null, fragment) : new UrlParts(front[..question], front[(question + 1)..], fragment);
    }

    public override string ToString() => Base + (Query is null ? "" : "?" + Query) + Fragment;
}

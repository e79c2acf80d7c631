namespace ApiAdmin.Core;

/// <summary>Which version a change was made from, as <c>If-Match</c> tells it (RFC 9110, section 13.1.1). One token stands for itself.</summary>
public sealed record VersionMatch
{
    private readonly IReadOnlyList<string>? tags;

    private VersionMatch(IReadOnlyList<string>? tags) => this.tags = tags;

    /// <summary>Whatever version there is now: <c>*</c>.</summary>
    public static VersionMatch Any { get; } = new(tags: null);

    /// <param name="tags">Version tokens without quotes; with none of them nothing matches.</param>
    public static VersionMatch OneOf(IEnumerable<string> tags) => new([.. tags]);

    public static implicit operator VersionMatch(string tag) => OneOf([tag]);

    public bool Holds(string current) => tags is null || tags.Contains(current, StringComparer.Ordinal);
}

using ApiAdmin.Core.Extraction.JsonPath;
using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>What was looked for in a body: a text anywhere in it, or a JSONPath.</summary>
/// <param name="Found">How many values there are; null when nothing was looked for.</param>
/// <param name="Problem">What is wrong with the path.</param>
public sealed record TreeHits(string Text, int? Found, string? Problem, IReadOnlyList<SimplePath> Paths, IReadOnlyList<int[]> Ways)
{
    private readonly HashSet<string> lit = [.. Paths.Select(path => path.ToString())];

    public static TreeHits None { get; } = new("", null, null, [], []);

    /// <summary>Those that can be gone to.</summary>
    public int Count => Math.Min(BodyTreeReader.MostHits, Math.Max(Paths.Count, Ways.Count));

    public bool Has(string path) => lit.Contains(path);

    public static async Task<TreeHits> OfAsync(BodyTreeReader reader, string text, CancellationToken cancellationToken)
    {
        if (!text.StartsWith('$'))
        {
            var ways = await reader.FindAsync(text, cancellationToken);
            return new TreeHits(text, ways.Count, null, [], ways);
        }

        if (JsonPathQuery.Parse(text.TrimEnd()) is { Error: { } error })
        {
            return new TreeHits(text, 0, error.Message, [], []);
        }

        var hits = await reader.FindAsync(JsonPathQuery.Parse(text.TrimEnd()).Path!, cancellationToken);
        return new TreeHits(text, hits.Count, hits.Problem, hits.Paths, []);
    }

    public async Task<int[]?> WayAsync(BodyTreeReader reader, int at, CancellationToken cancellationToken) =>
        Ways.Count > 0 ? Ways[at] : await reader.WayAsync(Paths[at], cancellationToken);
}

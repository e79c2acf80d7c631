using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>What was looked for in a body: a text anywhere in it, or a path.</summary>
/// <param name="Found">How many values there are; null when nothing was looked for.</param>
/// <param name="Problem">What is wrong with the path.</param>
public sealed record TreeHits(int? Found, string? Problem, IReadOnlyList<string> Paths, IReadOnlyList<int[]> Ways)
{
    private readonly HashSet<string> lit = [.. Paths];

    public static TreeHits None { get; } = new(null, null, [], []);

    /// <summary>Those that can be gone to.</summary>
    public int Count => Math.Min(IBodyTree.MostHits, Math.Max(Paths.Count, Ways.Count));

    /// <summary>A text is in more values than were counted.</summary>
    public bool IsCut => Ways.Count > IBodyTree.MostHits;

    public bool Has(string path) => lit.Contains(path);

    public static async Task<TreeHits> OfAsync(IBodyTree reader, string text, CancellationToken cancellationToken)
    {
        if (!reader.IsPath(text))
        {
            var ways = await reader.FindAsync(text, cancellationToken);
            return new TreeHits(ways.Count, null, [], ways);
        }

        var hits = await reader.TryAsync(text, cancellationToken);
        return new TreeHits(hits.Count, hits.Problem, hits.Paths, []);
    }

    public async Task<int[]?> WayAsync(IBodyTree reader, int at, CancellationToken cancellationToken) =>
        Ways.Count > 0 ? Ways[at] : await reader.WayAsync(Paths[at], cancellationToken);
}

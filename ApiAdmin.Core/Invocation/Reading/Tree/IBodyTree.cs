namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>A body as a tree of values, read only as far as it is looked at.</summary>
public interface IBodyTree
{
    public const int MostHits = 1_000;

    public const int LongestValue = 64 * 1024;

    /// <summary>The whole; null when it does not begin as what it should be.</summary>
    Task<TreeNode?> RootAsync(CancellationToken cancellationToken);

    Task<TreeBranch> OpenAsync(TreeNode node, CancellationToken cancellationToken);

    Task<IReadOnlyList<TreeNode>> ChildrenAsync(TreeBranch branch, int from, int count, CancellationToken cancellationToken);

    /// <summary>The values a reader of the answer would name first, to make outputs of all of them.</summary>
    Task<IReadOnlyList<TreeNode>> TopLevelAsync(int most, CancellationToken cancellationToken);

    /// <param name="line">From 1, as is <paramref name="column"/>, in characters.</param>
    Task<int[]?> WayAsync(int line, int column, CancellationToken cancellationToken);

    /// <summary>The way to the value at a path that leads to one: the index of each value on it, from the whole down.</summary>
    Task<int[]?> WayAsync(string path, CancellationToken cancellationToken);

    /// <summary>Whether somebody who looks for this text means a path and no word.</summary>
    bool IsPath(string text);

    /// <summary>All that a path finds, or what is wrong with it.</summary>
    Task<PathHits> TryAsync(string path, CancellationToken cancellationToken);

    /// <summary>The ways to the values whose name or text holds <paramref name="text"/>, one more than <see cref="MostHits"/> when there are more.</summary>
    Task<IReadOnlyList<int[]>> FindAsync(string text, CancellationToken cancellationToken);

    /// <summary>The value as text: of a value what it says, of a branch as it is written; at most <see cref="LongestValue"/> of it.</summary>
    Task<(string Text, bool IsCut)> ValueAsync(TreeNode node, CancellationToken cancellationToken);
}

/// <param name="Paths">Of the first matches.</param>
/// <param name="Count">Of all.</param>
/// <param name="Problem">Why it could not be told; null when it could.</param>
public sealed record PathHits(IReadOnlyList<string> Paths, int Count, string? Problem)
{
    public static PathHits Failed(string problem) => new([], 0, problem);
}

namespace ApiAdmin.Core.Definitions;

/// <summary>The categories in use as a tree, with how many APIs stand in them.</summary>
/// <param name="Without">APIs that have no category.</param>
public sealed record ApiCategories(IReadOnlyList<CategoryNode> Nodes, int Without)
{
    /// <summary>As <see cref="ApiListQuery.Category"/>: the APIs without a category.</summary>
    public const string None = "/";

    public static ApiCategories Empty { get; } = new([], 0);
}

/// <summary>One category; a slash in its text separates levels.</summary>
/// <param name="Path">What <see cref="ApiListQuery.Category"/> takes: <c>Orders/EU</c>.</param>
/// <param name="Count">APIs in it and in all below it.</param>
public sealed record CategoryNode(string Name, string Path, int Count, IReadOnlyList<CategoryNode> Children);

using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Definitions.Storing;

/// <summary>Puts counted paths such as <c>Orders/EU/</c> together to a tree, each level in the order of its folded names.</summary>
internal sealed class CategoryTree
{
    private readonly SortedDictionary<string, CategoryTree> below = new(
        Comparer<string>.Create((one, other) => string.CompareOrdinal(SortText(one), SortText(other))));

    private int count;

    public static ApiCategories Of(IEnumerable<(string Path, int Count)> counted)
    {
        var (root, without) = (new CategoryTree(), 0);
        foreach (var (path, count) in counted)
        {
            if (path.Length == 0)
            {
                without += count;
                continue;
            }

            root.Add(path.TrimEnd('/').Split('/'), count);
        }

        return new ApiCategories(root.Nodes(""), without);
    }

    private static string SortText(string name) => $"{TextFolding.SortKey(name)}\0{name}";

    private void Add(ReadOnlySpan<string> levels, int more)
    {
        count += more;
        if (levels.Length > 0)
        {
            if (!below.TryGetValue(levels[0], out var next))
            {
                below[levels[0]] = next = new CategoryTree();
            }

            next.Add(levels[1..], more);
        }
    }

    private IReadOnlyList<CategoryNode> Nodes(string above) =>
        [.. below.Select(pair => new CategoryNode(pair.Key, above + pair.Key, pair.Value.count, pair.Value.Nodes($"{above}{pair.Key}/")))];
}

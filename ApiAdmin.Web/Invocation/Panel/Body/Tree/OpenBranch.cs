using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>An object or array whose values show.</summary>
internal sealed class OpenBranch(TreeBranch table, int level)
{
    public TreeBranch Table { get; } = table;

    public int Level { get; } = level;

    /// <summary>Those of its values that are open too, by their index.</summary>
    public SortedList<int, OpenBranch> Inner { get; } = [];

    /// <summary>How many rows stand below its own.</summary>
    public int Shown => Table.Count + Inner.Values.Sum(inner => inner.Shown);

    /// <summary>Where the row of one of its values stands, from 0 at its first.</summary>
    public int PositionOf(int index) => index + Inner.Where(inner => inner.Key < index).Sum(inner => inner.Value.Shown);
}

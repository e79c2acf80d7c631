using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>
/// Which objects and arrays are open, and so which rows there are. The values themselves stay in the body: rows are read from it for
/// the few that are in sight.
/// </summary>
public sealed class TreeRows
{
    /// <summary>A small body shows at once; of a large one the first level does.</summary>
    private const int ShownAtFirst = 60;
    private const int DeepestAtFirst = 5;

    private TreeNode root;
    private OpenBranch? top;

    private TreeRows(TreeNode root) => this.root = root;

    public int Count => 1 + (top?.Shown ?? 0);

    /// <summary>The body stops being JSON somewhere.</summary>
    public bool IsBroken { get; private set; }

    /// <returns>Null when the body does not begin as JSON.</returns>
    public static async Task<TreeRows?> OfAsync(IBodyTree reader, CancellationToken cancellationToken)
    {
        if (await reader.RootAsync(cancellationToken) is not { } root)
        {
            return null;
        }

        var rows = new TreeRows(root);
        if (root.IsBranch)
        {
            rows.top = new OpenBranch(await reader.OpenAsync(root, cancellationToken), 1);
            rows.IsBroken = rows.top.Table.IsBroken;
            rows.root = root with { Count = rows.top.Table.Count };
            await rows.OpenFirstAsync(reader, cancellationToken);
        }

        return rows;
    }

    /// <summary>The rows from one position on.</summary>
    public async Task<IReadOnlyList<TreeRow>> ReadAsync(IBodyTree reader, int from, int count, CancellationToken cancellationToken)
    {
        var window = new RowWindow(reader, from, count);
        if (window.Takes(1))
        {
            window.Add(new TreeRow(root, 1, 1, top is not null));
        }

        if (top is not null)
        {
            await window.FillAsync(top, cancellationToken);
        }

        return window.Rows;
    }

    public async Task ToggleAsync(IBodyTree reader, TreeRow row, int[] way, CancellationToken cancellationToken)
    {
        if (way.Length == 0)
        {
            top = top is null && row.Node.IsBranch ? new OpenBranch(await reader.OpenAsync(row.Node, cancellationToken), 1) : null;
        }
        else if (Branch(way.AsSpan(0, way.Length - 1)) is { } parent && !parent.Inner.Remove(way[^1]) && row.Node.IsBranch)
        {
            parent.Inner.Add(way[^1], new OpenBranch(await reader.OpenAsync(row.Node, cancellationToken), parent.Level + 1));
        }
    }

    /// <summary>Opens all that is on the way to a value.</summary>
    /// <returns>The position of its row.</returns>
    public async Task<int> RevealAsync(IBodyTree reader, int[] way, CancellationToken cancellationToken)
    {
        if (way.Length == 0)
        {
            return 0;
        }

        top ??= new OpenBranch(await reader.OpenAsync(root, cancellationToken), 1);
        var (branch, position) = (top, 1);
        foreach (var index in way[..^1])
        {
            if (!branch.Inner.TryGetValue(index, out var inner))
            {
                var node = (await reader.ChildrenAsync(branch.Table, index, 1, cancellationToken))[0];
                inner = new OpenBranch(await reader.OpenAsync(node, cancellationToken), branch.Level + 1);
                branch.Inner.Add(index, inner);
            }

            position += branch.PositionOf(index) + 1;
            branch = inner;
        }

        return position + branch.PositionOf(way[^1]);
    }

    /// <summary>The way to the row at a position, the position of its parent, and whether it is open.</summary>
    public int[] WayTo(int position)
    {
        var way = new List<int>();
        var (branch, left) = (top, position - 1);
        while (left >= 0 && branch is not null)
        {
            var index = IndexAt(branch, ref left);
            way.Add(index);
            left--;
            branch = branch.Inner.GetValueOrDefault(index);
        }

        return [.. way];
    }

    public int PositionOf(ReadOnlySpan<int> way)
    {
        var (branch, position) = (top, 0);
        foreach (var index in way)
        {
            position += 1 + (branch?.PositionOf(index) ?? 0);
            branch = branch?.Inner.GetValueOrDefault(index);
        }

        return position;
    }

    /// <summary>Which value's row, or whose open rows, a position is in; leaves how far into them.</summary>
    private static int IndexAt(OpenBranch branch, ref int left)
    {
        var before = 0;
        foreach (var (index, inner) in branch.Inner)
        {
            if (left <= index + before)
            {
                break;
            }

            if (left <= index + before + inner.Shown)
            {
                left -= index + before;
                return index;
            }

            before += inner.Shown;
        }

        var at = left - before;
        left = 0;
        return at;
    }

    private OpenBranch? Branch(ReadOnlySpan<int> way)
    {
        var branch = top;
        foreach (var index in way)
        {
            branch = branch?.Inner.GetValueOrDefault(index);
        }

        return branch;
    }

    private async Task OpenFirstAsync(IBodyTree reader, CancellationToken cancellationToken)
    {
        var waiting = new Queue<OpenBranch>([top!]);
        while (waiting.TryDequeue(out var branch))
        {
            if (branch.Level >= DeepestAtFirst || branch.Table.Count > ShownAtFirst)
            {
                continue;
            }

            foreach (var node in await reader.ChildrenAsync(branch.Table, 0, branch.Table.Count, cancellationToken))
            {
                if (node.IsBranch && node.Count > 0 && Count + node.Count <= ShownAtFirst)
                {
                    var inner = new OpenBranch(await reader.OpenAsync(node, cancellationToken), branch.Level + 1);
                    branch.Inner.Add(node.Index, inner);
                    waiting.Enqueue(inner);
                }
            }
        }
    }
}

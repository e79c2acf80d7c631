using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>Goes over the rows there are, reading only those of a window.</summary>
internal sealed class RowWindow(IBodyTree reader, int from, int count)
{
    private readonly List<TreeRow> rows = [];
    private int skip = from;

    public IReadOnlyList<TreeRow> Rows => rows;

    private int Left => count - rows.Count;

    /// <summary>Whether the next rows reach into it; passes over them when they do not.</summary>
    public bool Takes(int next)
    {
        if (skip >= next)
        {
            skip -= next;
            return false;
        }

        return Left > 0;
    }

    public void Add(TreeRow row) => rows.Add(row);

    public async Task FillAsync(OpenBranch branch, CancellationToken cancellationToken)
    {
        var at = 0;
        foreach (var (index, inner) in branch.Inner)
        {
            await TakeAsync(branch, at, index + 1, cancellationToken);
            at = index + 1;
            if (Left <= 0)
            {
                return;
            }

            if (Takes(inner.Shown))
            {
                await FillAsync(inner, cancellationToken);
            }
        }

        await TakeAsync(branch, at, branch.Table.Count, cancellationToken);
    }

    private async Task TakeAsync(OpenBranch branch, int first, int end, CancellationToken cancellationToken)
    {
        if (end <= first || !Takes(end - first))
        {
            return;
        }

        var nodes = await reader.ChildrenAsync(branch.Table, first + skip, Math.Min(end - first - skip, Left), cancellationToken);
        rows.AddRange(nodes.Select(node => new TreeRow(node, branch.Level + 1, branch.Table.Count, branch.Inner.ContainsKey(node.Index))));
        skip = 0;
    }
}

using ApiAdmin.Core.Invocation.Reading.Tree;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>Values become outputs.</summary>
public sealed partial class BodyTree
{
    private const int MostTopLevel = 100;

    private Dictionary<string, TreeRow>? marked;
    private string? told;

    private bool MayMake => Session is { MayWrite: true };

    private void Make(TreeRow row, bool every)
    {
        if (MayMake)
        {
            told = L["Tree.Made", Add(row, every)];
        }
    }

    /// <summary>Of one of several like it, somebody has to say whether all of them are meant.</summary>
    private async Task MakeOrAskAsync(TreeItem item)
    {
        if (item.Row.Node.EveryPath is not null)
        {
            await SelectAsync(item);
        }
        else
        {
            Make(item.Row, every: false);
        }
    }

    private string Add(TreeRow row, bool every)
    {
        var outputs = Session!.Model.Outputs;
        var made = row.Node.Output(outputs.Values.Select(output => output.Name).ToHashSet(StringComparer.Ordinal), every);
        outputs.Add(made);
        return made.Name;
    }

    private void AddAll(IEnumerable<TreeRow> chosen)
    {
        var names = chosen.Where(row => known.At(row) is null).Select(row => Add(row, every: false)).ToList();
        told = names.Count == 0 ? L["Tree.MadeNone"] : L["Tree.Made", string.Join(", ", names)];
    }

    private Task MakeTopLevelAsync() => ReadAsync(async reader =>
    {
        var nodes = await reader.TopLevelAsync(MostTopLevel, Stopped);
        await InvokeAsync(() => AddAll(nodes.Select(node => new TreeRow(node, 2, nodes.Count, IsOpen: false))));
    });

    private void ToggleMarking() => (marked, told) = (marked is null ? [] : null, null);

    private void Mark(TreeRow row, bool on)
    {
        if (on)
        {
            marked?.TryAdd(row.Path, row);
        }
        else
        {
            marked?.Remove(row.Path);
        }
    }

    private void MakeMarked()
    {
        AddAll(marked!.Values.OrderBy(row => row.Node.Offset));
        marked = null;
    }
}

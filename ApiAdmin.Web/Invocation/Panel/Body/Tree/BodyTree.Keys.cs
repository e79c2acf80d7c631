using Microsoft.AspNetCore.Components.Web;

namespace ApiAdmin.Web.Invocation.Panel.Body.Tree;

/// <summary>Keys after the ARIA pattern for trees; Enter makes an output, as a click on its button does.</summary>
public sealed partial class BodyTree
{
    private async Task KeyAsync(KeyboardEventArgs args)
    {
        if (args.CtrlKey || args.MetaKey || args.AltKey)
        {
            return;
        }

        switch (args.Key)
        {
            case "ArrowDown": await GoToAsync(selected is { } at ? at.Position + 1 : 0); break;
            case "ArrowUp": await GoToAsync(selected is { } down ? down.Position - 1 : 0); break;
            case "Home": await GoToAsync(0); break;
            case "End": await GoToAsync(rows!.Count - 1); break;
            case "ArrowRight" when selected is { Row: { Node.IsBranch: true, IsOpen: false } } closed: await OpenSelectedAsync(closed); break;
            case "ArrowRight" when selected is { Row.IsOpen: true } open: await GoToAsync(open.Position + 1); break;
            case "ArrowLeft" when selected is { Row.IsOpen: true } open: await OpenSelectedAsync(open); break;
            case "ArrowLeft" when selected is { Position: > 0 } inner: await GoToAsync(rows!.PositionOf(rows.WayTo(inner.Position).AsSpan()[..^1])); break;
            case " " when selected is { Row.Node.IsValue: true } one && marked is not null: Mark(one.Row, !marked.ContainsKey(one.Row.Path)); break;
            case "Enter" when selected is { Row.Node.IsValue: true } one && MayMake && known.At(one.Row) is null: await MakeOrAskAsync(one); break;
        }
    }

    private async Task OpenSelectedAsync(TreeItem item)
    {
        await ToggleAsync(item);
        await GoToAsync(item.Position);
    }

    private async Task GoToAsync(int position)
    {
        if (position < 0 || position >= rows!.Count)
        {
            return;
        }

        await ReadAsync(async reader =>
        {
            var row = (await rows.ReadAsync(reader, position, 1, Stopped))[0];
            (selected, toReveal) = (new TreeItem(position, row), position);
            value = await reader.ValueAsync(row.Node, Stopped);
        });
    }
}

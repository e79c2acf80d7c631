using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Bulk;
using ApiAdmin.Web.Shared.Grid;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>
/// The rows that a typed query means. A pair that did not change gives the very row back; one that did is found again by
/// its name, else by its place, and keeps what a URL does not tell. Rows that the URL does not show stay where they are.
/// </summary>
public static class QueryMerge
{
    /// <returns>New rows have the id 0.</returns>
    public static List<GridRow<RequestParam>> Merge(IReadOnlyList<GridRow<RequestParam>> before, IEnumerable<string> pairs)
    {
        var shown = before.Select(row => (Row: row, Line: QueryLine.Of(row.Value))).Where(entry => entry.Line is not null).ToList();
        var apart = shown.GroupBy(entry => entry.Line!.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var lines = QueryLine.Read(pairs, apart);
        var sources = RowMatch.Find([.. shown.Select(entry => LineOf(entry.Line!))], [.. lines.Select(LineOf)]);
        var rows = lines.Select((line, i) => sources[i] is not { } at ? new GridRow<RequestParam>(0, line.Make())
            : line == shown[at].Line ? shown[at].Row
            : shown[at].Row with { Value = line.Change(shown[at].Row.Value) }).ToList();
        return Place(before, shown.Select(entry => entry.Row.Id).ToHashSet(), rows);
    }

    private static TextRow LineOf(QueryLine line) => new(line.Name, line.Raw);

    /// <summary>The rows that were there take the places of those that were there, in the new order; a new one stands behind the one before it.</summary>
    private static List<GridRow<RequestParam>> Place(IReadOnlyList<GridRow<RequestParam>> before, HashSet<int> shown, List<GridRow<RequestParam>> rows)
    {
        var stayed = new Queue<GridRow<RequestParam>>(rows.Where(row => row.Id != 0));
        var ids = stayed.Select(row => row.Id).ToHashSet();
        var placed = before.Where(row => !shown.Contains(row.Id) || ids.Contains(row.Id)).Select(row => shown.Contains(row.Id) ? stayed.Dequeue() : row).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Id == 0)
            {
                placed.Insert(i > 0 ? IndexOf(placed, rows[i - 1]) + 1 : First(placed, rows), rows[i]);
            }
        }

        return placed;
    }

    private static int First(List<GridRow<RequestParam>> placed, List<GridRow<RequestParam>> rows) =>
        rows.Find(row => row.Id != 0) is { } next ? IndexOf(placed, next) : placed.Count;

    private static int IndexOf(List<GridRow<RequestParam>> placed, GridRow<RequestParam> row) => placed.FindIndex(other => ReferenceEquals(other, row));
}

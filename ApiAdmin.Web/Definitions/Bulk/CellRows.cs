namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>Cells of a spreadsheet: name, value and description, or what a first row of those words says.</summary>
public static class CellRows
{
    private static readonly string[] NameWords = ["name", "key", "header", "param", "parameter"];

    /// <summary>Null when a row has no second cell: then the text comes from somewhere else.</summary>
    public static IReadOnlyList<TextRow>? Read(string text)
    {
        var lines = Cells.Read(text).Where(cells => cells.Any(cell => cell.Length > 0)).ToList();
        if (lines.Count == 0 || lines.Exists(cells => cells.Count < 2 || cells[0].Length == 0))
        {
            return null;
        }

        var head = lines.Count > 1 ? HeadOf(lines[0]) : null;
        var (name, value, description) = head ?? (0, 1, 2);
        return [.. lines.Skip(head is null ? 0 : 1).Select(cells => new TextRow(At(cells, name)!, At(cells, value) ?? "") { Description = At(cells, description) })];
    }

    private static (int Name, int Value, int Description)? HeadOf(IReadOnlyList<string> cells)
    {
        var words = cells.Select(cell => cell.Trim().ToLowerInvariant()).ToList();
        var (name, value) = (words.FindIndex(NameWords.Contains), words.IndexOf("value"));
        return name == 0 && value >= 0 ? (name, value, words.IndexOf("description")) : null;
    }

    private static string? At(IReadOnlyList<string> cells, int index) => index >= 0 && index < cells.Count ? cells[index] : null;
}

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>Reads whatever people paste as rows: JSON, cells of a spreadsheet, a query string, else lines.</summary>
public static class BulkText
{
    public static ReadRows Read(string text)
    {
        var known = JsonRows.Read(text) ?? CellRows.Read(text) ?? QueryRows.Read(text);
        return known is null ? LineRows.Read(text) : new ReadRows(known);
    }
}

using System.Text;

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>
/// Cells as spreadsheets put them on the clipboard: tabs between, a line for each row, and a cell that holds a tab, a
/// line break or a quote at its beginning in quotes, with those inside doubled.
/// </summary>
public static class Cells
{
    public static IReadOnlyList<IReadOnlyList<string>> Read(string text)
    {
        var (rows, row, at) = (new List<IReadOnlyList<string>>(), new List<string>(), 0);
        while (at < text.Length)
        {
            row.Add(ReadCell(text, ref at));
            if (at < text.Length && text[at] == '\t')
            {
                at++;
                if (at < text.Length)
                {
                    continue;
                }

                row.Add("");
            }

            at += text.AsSpan(at).StartsWith("\r\n") ? 2 : 1;
            rows.Add(row);
            row = [];
        }

        return rows;
    }

    private static string ReadCell(string text, ref int at)
    {
        if (text[at] == '"' && ReadQuoted(text, at) is var (cell, end))
        {
            at = end;
            return cell;
        }

        var length = text.AsSpan(at).IndexOfAny("\t\r\n");
        var plain = length < 0 ? text[at..] : text.Substring(at, length);
        at += plain.Length;
        return plain;
    }

    /// <summary>Null when the quote does not close before a tab or the line's end: then it is a character like any other.</summary>
    private static (string Cell, int End)? ReadQuoted(string text, int start)
    {
        var cell = new StringBuilder();
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] != '"')
            {
                cell.Append(text[i]);
            }
            else if (i + 1 < text.Length && text[i + 1] == '"')
            {
                cell.Append(text[i++]);
            }
            else
            {
                return i + 1 == text.Length || text[i + 1] is '\t' or '\r' or '\n' ? (cell.ToString(), i + 1) : null;
            }
        }

        return null;
    }
}

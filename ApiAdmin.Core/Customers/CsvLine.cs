using System.Buffers;
using System.Text;

namespace ApiAdmin.Core.Customers;

/// <summary>One row of a CSV file as RFC 4180 has it, with cells that no spreadsheet takes for formulas.</summary>
internal static class CsvLine
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\t\r\n");

    public static void Append(StringBuilder builder, IEnumerable<string> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            builder.Append(first ? "" : ",");
            first = false;
            Append(builder, FormulaSafety.Write(cell));
        }

        builder.Append("\r\n");
    }

    private static void Append(StringBuilder builder, string cell)
    {
        // A blank at an end is quoted too: some readers trim what is not.
        if (cell.AsSpan().IndexOfAny(Quoted) < 0 && cell.AsSpan().Trim().Length == cell.Length)
        {
            builder.Append(cell);
            return;
        }

        builder.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
    }
}

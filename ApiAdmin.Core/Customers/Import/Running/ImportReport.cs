using System.Globalization;
using System.Text;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>The bad rows of an import as a CSV file: line, column, value, reason. Grows batch by batch.</summary>
internal sealed class ImportReport : IDisposable
{
    private const int Columns = 4;
    private const int Piece = 64 * 1024;

    private readonly FileStream file;
    private readonly StringBuilder builder = new();

    /// <param name="kept">How much of it belongs to what was saved; what a killed run wrote beyond is cut off.</param>
    public ImportReport(string path, long kept)
    {
        file = PrivateFiles.OpenOrCreate(path);
        file.SetLength(kept);
        file.Position = kept;
        if (kept == 0)
        {
            builder.Append('\uFEFF');
            CsvLine.Append(builder, ["Line", "Column", "Value", "Reason"]);
        }
    }

    /// <summary>The first of what stands in a report.</summary>
    public static IReadOnlyList<ImportProblem> Read(string path, int most)
    {
        using var rows = new Reading.CsvRows(path, "utf-8", ",");
        return [.. Problems(rows).Take(most)];
    }

    /// <summary>The same report with the words of its reader, a piece at a time.</summary>
    public static async Task CopyAsync(string path, Stream to, ImportReportWords words, CancellationToken cancellationToken)
    {
        using var rows = new Reading.CsvRows(path, "utf-8", ",");
        var piece = new StringBuilder("\uFEFF");
        CsvLine.Append(piece, words.Heads);
        foreach (var problem in Problems(rows))
        {
            Append(piece, problem with { Reason = words.Said(problem.Reason) });
            if (piece.Length > Piece)
            {
                await to.WriteAsync(Encoding.UTF8.GetBytes(piece.ToString()), cancellationToken);
                piece.Clear();
            }
        }

        await to.WriteAsync(Encoding.UTF8.GetBytes(piece.ToString()), cancellationToken);
    }

    public void Add(ImportProblem problem) => Append(builder, problem);

    private static IEnumerable<ImportProblem> Problems(Reading.CsvRows rows) =>
        rows.Read().Skip(1).Where(row => row.Cells.Length == Columns).Select(row => row.Cells.Select(FormulaSafety.Read).ToArray())
            .Select(cells => new ImportProblem(long.Parse(cells[0], CultureInfo.InvariantCulture), cells[1], cells[2], cells[3]));

    private static void Append(StringBuilder builder, ImportProblem problem) =>
        CsvLine.Append(builder, [problem.Line.ToString(CultureInfo.InvariantCulture), problem.Column, problem.Value.Replace('\0', '\u2400'), problem.Reason]);

    /// <returns>The length with all that was added.</returns>
    public async Task<long> FlushAsync(CancellationToken cancellationToken)
    {
        await file.WriteAsync(Encoding.UTF8.GetBytes(builder.ToString()), cancellationToken);
        await file.FlushAsync(cancellationToken);
        builder.Clear();
        return file.Position;
    }

    public void Dispose() => file.Dispose();
}

using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ApiAdmin.Core.Customers.Import.Reading;

/// <summary>Rows of a CSV file (RFC 4180), with the line each begins on and a sentence where its quotes or bytes are broken.</summary>
internal sealed class CsvRows : IImportRows
{
    /// <summary>A quote that nothing closes would make the rest of the file one cell; a real one is far shorter.</summary>
    private const int LargestCell = 16 * 1024 * 1024;

    private readonly FileStream file;
    private readonly StreamReader text;
    private readonly CsvParser parser;
    private bool isBad;

    public CsvRows(string path, string charset, string delimiter)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 256 * 1024, FileOptions.SequentialScan);
        text = new StreamReader(file, BadBytes.Decoding(charset), detectEncodingFromByteOrderMarks: true, 64 * 1024);
        parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            HasHeaderRecord = false,
            IgnoreBlankLines = false,
            DetectColumnCountChanges = false,
            MaxFieldSize = LargestCell,
            BufferSize = 64 * 1024,

            // A quote within a cell that does not begin with one is a mere character.
            BadDataFound = found => isBad |= found.Field.StartsWith('"'),
        });
    }

    public long BytesRead => file.Position;

    public IEnumerable<ImportLine> Read()
    {
        var last = 0L;
        while (true)
        {
            isBad = false;
            var cells = Next(last + 1);
            if (cells is null)
            {
                yield break;
            }

            var line = last + 1;
            last = parser.RawRow;
            if (cells.Length > 1 || cells is [{ Length: > 0 }])
            {
                yield return new ImportLine(line, cells, Problem(cells, line, last));
            }
        }
    }

    public void Dispose()
    {
        parser.Dispose();
        text.Dispose();
        file.Dispose();
    }

    private string[]? Next(long line)
    {
        try
        {
            return parser.Read() ? parser.Record : null;
        }
        catch (MaxFieldSizeException)
        {
            throw ImportRows.Refused(
                $"The row that begins on line {line} has a cell of more than {LargestCell / 1024 / 1024} million characters, or a quote that nothing closes. Mend that row; what stands before it was read.");
        }
    }

    private string? Problem(string[] cells, long first, long last)
    {
        if (isBad)
        {
            return first == last
                ? "The quotes of this row are broken: a quote within a cell is written twice, and one that opens a cell must be closed at its end."
                : $"The quotes of this row are broken, so that lines {first} to {last} became one row: a quote that opens a cell must be closed at its end.";
        }

        return Array.Exists(cells, BadBytes.Stand)
            ? "This row holds bytes that are no text in the chosen encoding. Choose the encoding the file was saved in, or save it as UTF-8."
            : null;
    }
}

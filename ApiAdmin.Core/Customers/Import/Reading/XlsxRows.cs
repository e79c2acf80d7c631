using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace ApiAdmin.Core.Customers.Import.Reading;

/// <summary>Rows of the first sheet of an XLSX file, with limits on what unpacking may become.</summary>
internal sealed class XlsxRows : IImportRows
{
    /// <summary>Unpacked, all parts together; what a part says of itself is binding, reading ends there.</summary>
    private const long LargestUnpacked = 100L * 1024 * 1024;

    private const int MostParts = 1_000;

    private static readonly DateTime NoDay = new(1899, 12, 31, 0, 0, 0, DateTimeKind.Unspecified);

    private readonly FileStream file;

    public XlsxRows(string path)
    {
        DemandSmall(path);
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024);
    }

    public long BytesRead => file.Position;

    public IEnumerable<ImportLine> Read()
    {
        using var rows = Rows().GetEnumerator();
        for (var line = 1L; Next(rows) is { } row; line++)
        {
            var cells = row.Values.Select(Text).ToArray();
            if (Array.Exists(cells, cell => cell.Length > 0))
            {
                yield return new ImportLine(line, cells, null);
            }
        }
    }

    public void Dispose() => file.Dispose();

    private IEnumerable<IDictionary<string, object?>> Rows() => file.Query(
        useHeaderRow: false, excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration { EnableSharedStringCache = false, FillMergedCells = false })
        .Cast<IDictionary<string, object?>>();

    private static IDictionary<string, object?>? Next(IEnumerator<IDictionary<string, object?>> rows)
    {
        try
        {
            return rows.MoveNext() ? rows.Current : null;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // Whatever the reader trips over in a foreign file, the file is what is wrong.
            throw NotXlsx();
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time when time.Date <= NoDay => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime both => both.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
        TimeSpan span => span.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 && number == Math.Floor(number) => number.ToString("F0", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static void DemandSmall(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            if (archive.Entries.Count > MostParts || archive.Entries.Sum(entry => entry.Length) > LargestUnpacked)
            {
                throw ImportRows.Refused($"Unpacked, this file has more than {LargestUnpacked / 1024 / 1024} MiB or {MostParts} parts. Save it as CSV and import that.");
            }
        }
        catch (InvalidDataException)
        {
            throw NotXlsx();
        }
    }

    private static InvalidException NotXlsx() =>
        ImportRows.Refused("This file is no XLSX workbook that can be read. Open it in a spreadsheet program and save it as .xlsx, or as CSV in UTF-8.");
}

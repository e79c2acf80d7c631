using System.Globalization;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Core.Customers.Import.Reading;

/// <summary>Proposes how a file is to be read; people can change all of it.</summary>
internal static class ImportDetection
{
    public const int PreviewRows = 20;

    private const int Sample = 1024 * 1024;

    public static ImportSettings Of(string path, CustomerCatalog catalog)
    {
        var settings = Form(path);
        var rows = First(path, settings, PreviewRows);
        var header = rows.Count > 0 && IsHeader(rows, catalog);
        var known = settings with { HasHeader = header, Columns = Columns(rows, header, catalog) };
        return known with { Match = Match(known) };
    }

    /// <summary>The columns as they are now, keeping what people said of those that are still called the same.</summary>
    public static ImportSettings WithColumns(string path, ImportSettings settings, CustomerCatalog catalog)
    {
        var columns = Columns(First(path, settings, PreviewRows), settings.HasHeader, catalog);
        var said = settings.Columns.GroupBy(column => column.Name).ToDictionary(group => group.Key, group => group.First().Target);
        return settings with { Columns = [.. columns.Select(column => said.TryGetValue(column.Name, out var target) ? column with { Target = target } : column)] };
    }

    /// <summary>The first rows, the header among them.</summary>
    public static IReadOnlyList<ImportLine> First(string path, ImportSettings settings, int count)
    {
        using var rows = ImportRows.Open(path, settings);
        return [.. rows.Read().Take(count + 1)];
    }

    private static ImportSettings Form(string path)
    {
        using var file = File.OpenRead(path);
        var sample = new byte[(int)Math.Min(Sample, file.Length)];
        file.ReadExactly(sample);
        if (sample is [(byte)'P', (byte)'K', 3, 4, ..])
        {
            return new ImportSettings { Format = ImportFormat.Xlsx };
        }

        if (IsSomethingElse(sample))
        {
            throw ImportRows.Refused("This file is neither CSV nor XLSX. Open it in a spreadsheet program and save it as .xlsx, or as CSV in UTF-8.");
        }

        var charset = CharsetGuess.Of(sample, sample.Length == file.Length);
        return new ImportSettings { Charset = charset, Delimiter = DelimiterGuess.Of(BadBytes.Decoding(charset).GetString(sample)) };
    }

    /// <summary>A workbook of before 2007, a picture, a PDF, something packed: what people take by mistake, by its first bytes.</summary>
    private static bool IsSomethingElse(ReadOnlySpan<byte> start) => start is
        [0xD0, 0xCF, 0x11, 0xE0, ..] or [0x89, (byte)'P', (byte)'N', (byte)'G', ..] or [0xFF, 0xD8, 0xFF, ..] or [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] or [0x1F, 0x8B, 0x08, ..];

    /// <summary>Names of fields we know are a header; else words over values that are none.</summary>
    private static bool IsHeader(IReadOnlyList<ImportLine> rows, CustomerCatalog catalog)
    {
        var cells = rows[0].Cells;
        return Array.Exists(cells, cell => ImportTargets.Guess(cell, catalog) is not null)
            || (Array.TrueForAll(cells, IsWord) && cells.Distinct(StringComparer.Ordinal).Count() == cells.Length && rows.Skip(1).Any(row => !Array.TrueForAll(row.Cells, IsWord)));
    }

    private static bool IsWord(string cell) => cell.Length is > 0 and < 60 && !cell.Any(character => char.IsDigit(character) || character is '@' or '\n');

    private static ValueList<ImportColumn> Columns(IReadOnlyList<ImportLine> rows, bool header, CustomerCatalog catalog)
    {
        var width = rows.Count == 0 ? 0 : header ? rows[0].Cells.Length : rows.Max(row => row.Cells.Length);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. Enumerable.Range(0, width).Select(Column)];

        ImportColumn Column(int index)
        {
            var name = header && rows[0].Cells[index].Trim() is { Length: > 0 } given ? FormulaSafety.Read(given) : (index + 1).ToString(CultureInfo.InvariantCulture);
            var target = header ? ImportTargets.Guess(name, catalog) : null;

            // Of two columns that may be the nick the first is; several phones are several phones.
            return new ImportColumn(name, target is null || (!taken.Add(target) && !CellReader.IsList(target)) ? null : target);
        }
    }

    private static ImportMatch Match(ImportSettings settings) => settings.Columns.Select(column => column.Target).ToHashSet() switch
    {
        var targets when targets.Contains(ImportTargets.Id) => ImportMatch.Id,
        var targets when targets.Contains(ImportTargets.Phones) => ImportMatch.Phone,
        var targets when targets.Contains(ImportTargets.Emails) => ImportMatch.Email,
        _ => ImportMatch.None,
    };
}

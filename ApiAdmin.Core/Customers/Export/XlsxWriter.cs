using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace ApiAdmin.Core.Customers.Export;

/// <summary>
/// A workbook of one sheet whose cells are texts within the sheet (ECMA-376, inline strings): written as it comes, nothing kept, and
/// nothing in it that a program could take for a formula or a number.
/// </summary>
internal sealed class XlsxWriter : ITableWriter
{
    private const int MostRows = 1_048_576;
    private const int LongestCell = 32_767;
    private const int Chunk = 32 * 1024;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdefABCDEF");

    private readonly ZipArchive archive;
    private readonly Stream sheet;
    private readonly StringBuilder builder = new(XlsxParts.SheetStart);
    private int rows;

    public XlsxWriter(Stream output)
    {
        archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in XlsxParts.All)
        {
            using var part = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
            part.Write(Encoding.UTF8.GetBytes(content));
        }

        sheet = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Fastest).Open();
    }

    public async Task WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken)
    {
        if (++rows > MostRows)
        {
            throw new InvalidException([new Finding("format", FindingCodes.OutOfRange, $"There are more customers than the {MostRows} rows a sheet of XLSX holds. Export them as CSV, or narrow the search.")]);
        }

        builder.Append("<row>");
        foreach (var cell in cells)
        {
            Append(FormulaSafety.Write(cell));
        }

        builder.Append("</row>");
        if (builder.Length > Chunk)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        builder.Append(XlsxParts.SheetEnd);
        await FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await sheet.DisposeAsync();
        await archive.DisposeAsync();
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await sheet.WriteAsync(Encoding.UTF8.GetBytes(builder.ToString()), cancellationToken);
        builder.Clear();
    }

    private void Append(string text)
    {
        if (text.Length == 0)
        {
            builder.Append("<c/>");
            return;
        }

        builder.Append(XlsxParts.CellStart);
        var shown = text.Length <= LongestCell ? text : text[..LongestCell];
        for (var index = 0; index < shown.Length; index++)
        {
            AppendCharacter(shown, index);
        }

        builder.Append(XlsxParts.CellEnd);
    }

    /// <summary>What XML cannot hold stands as <c>_x0001_</c> (ECMA-376 22.9.2.19), and so does the beginning of a text that looks like that.</summary>
    private void AppendCharacter(string text, int index)
    {
        var character = text[index];
        _ = character switch
        {
            '<' => builder.Append("&lt;"),
            '>' => builder.Append("&gt;"),
            '&' => builder.Append("&amp;"),
            '_' when LooksEscaped(text.AsSpan(index)) => builder.Append("_x005F_"),
            < ' ' and not '\t' and not '\n' or '\uFFFE' or '\uFFFF' => builder.Append(CultureInfo.InvariantCulture, $"_x{(int)character:X4}_"),
            _ => builder.Append(character),
        };
    }

    private static bool LooksEscaped(ReadOnlySpan<char> text) =>
        text.Length >= 7 && text[1] == 'x' && text[6] == '_' && !text[2..6].ContainsAnyExcept(HexDigits);
}

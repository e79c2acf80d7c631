namespace ApiAdmin.Core.Customers.Import.Reading;

/// <summary>One row of a file.</summary>
/// <param name="Line">On which it begins, from 1.</param>
/// <param name="Problem">Why it cannot be read; null for a good one.</param>
internal readonly record struct ImportLine(long Line, string[] Cells, string? Problem);

/// <summary>The rows of a file one after the other, blank ones left out. Read on the caller's thread.</summary>
internal interface IImportRows : IDisposable
{
    /// <summary>How much of the file has been read, roughly.</summary>
    long BytesRead { get; }

    /// <exception cref="InvalidException">The file cannot be read on from here; why and what to do.</exception>
    IEnumerable<ImportLine> Read();
}

internal static class ImportRows
{
    public static IImportRows Open(string path, ImportSettings settings) => settings.Format == ImportFormat.Xlsx
        ? new XlsxRows(path)
        : new CsvRows(path, settings.Charset, settings.Delimiter);

    public static InvalidException Refused(string message) => new([new Finding("file", FindingCodes.Malformed, message)]);
}

using System.Text;
using System.Text.Json;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>The rows of one page of an array of objects somewhere in a body.</summary>
public sealed record TablePage
{
    /// <summary>Where the array stands: <c>$.data.items</c>.</summary>
    public required string Path { get; init; }

    public required int Total { get; init; }

    /// <summary>The names of the members that the rows of this page have, in the order they first come.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>By column; null where the row has no such member.</summary>
    public required IReadOnlyList<IReadOnlyList<string?>> Rows { get; init; }

    /// <summary>There are more columns than are shown.</summary>
    public bool MoreColumns { get; init; }
}

/// <summary>Makes a table of the array of objects with the most rows, reading the body once through in constant memory.</summary>
public static class JsonTable
{
    public const int PageSize = 50;
    public const int MostColumns = 40;
    public const int LongestCell = 200;

    private const int LargestRow = 256 * 1024;

    /// <param name="page">From 1.</param>
    /// <returns>Null when there is none.</returns>
    public static async Task<TablePage?> ReadAsync(BodyContent body, int page, CancellationToken cancellationToken)
    {
        if (await new JsonArrays(page, PageSize).FindAsync(Utf8(body), cancellationToken) is not { } array)
        {
            return null;
        }

        var rows = await RowsAsync(Utf8(body), array.Rows, cancellationToken);
        var columns = rows.SelectMany(row => row.Select(cell => cell.Key)).Distinct(StringComparer.Ordinal).Take(MostColumns + 1).ToList();
        var shown = columns.Take(MostColumns).ToList();
        return new TablePage
        {
            Path = array.Path, Total = array.Count, Columns = shown, MoreColumns = columns.Count > MostColumns,
            Rows = [.. rows.Select(row => shown.ConvertAll(column => row.GetValueOrDefault(column)))],
        };
    }

    /// <summary>From the beginning, whatever was read before.</summary>
    private static Stream Utf8(BodyContent body)
    {
        body.Stream.Position = 0;
        return body.IsUtf8 ? body.Stream : Encoding.CreateTranscodingStream(body.Stream, body.Encoding, Encoding.UTF8, leaveOpen: true);
    }

    private static async Task<List<Dictionary<string, string?>>> RowsAsync(Stream stream, IReadOnlyList<JsonSpan> spans, CancellationToken cancellationToken)
    {
        var rows = new List<Dictionary<string, string?>>();
        var at = 0L;
        foreach (var span in spans)
        {
            await SkipAsync(stream, span.Start - at, cancellationToken);
            var bytes = new byte[(int)Math.Min(span.Length, LargestRow)];
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            at = span.Start + bytes.Length;
            rows.Add(span.Length > LargestRow ? new() { ["…"] = "…" } : Cells(bytes));
        }

        return rows;
    }

    private static Dictionary<string, string?> Cells(byte[] row)
    {
        using var document = JsonDocument.Parse(row);
        var cells = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var member in document.RootElement.EnumerateObject())
        {
            var text = member.Value.ValueKind == JsonValueKind.String ? Text(member.Value) : member.Value.GetRawText();
            cells[member.Name] = text.Length <= LongestCell ? text : $"{text[..LongestCell]}…";
        }

        return cells;
    }

    private static string Text(JsonElement text)
    {
        try
        {
            return text.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair is no text.
            return text.GetRawText();
        }
    }

    private static async Task SkipAsync(Stream stream, long count, CancellationToken cancellationToken)
    {
        if (stream.CanSeek)
        {
            stream.Position += count;
            return;
        }

        var buffer = new byte[32 * 1024];
        while (count > 0)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(count, buffer.Length)), cancellationToken);
            count = read == 0 ? throw new EndOfStreamException() : count - read;
        }
    }
}

using System.Text;

namespace ApiAdmin.Core.Customers.Export;

/// <summary>UTF-8 with a byte order mark, without which spreadsheets take it for another encoding.</summary>
internal sealed class CsvWriter(Stream output) : ITableWriter
{
    private const int Chunk = 32 * 1024;

    private readonly StringBuilder builder = new("\uFEFF");

    public async Task WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken)
    {
        CsvLine.Append(builder, cells);
        if (builder.Length > Chunk)
        {
            await CompleteAsync(cancellationToken);
        }
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.GetBytes(builder.ToString()), cancellationToken);
        builder.Clear();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

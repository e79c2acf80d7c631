namespace ApiAdmin.Core.Customers.Export;

/// <summary>Writes a table row by row, every cell as text and none as a formula.</summary>
internal interface ITableWriter : IAsyncDisposable
{
    Task WriteAsync(IEnumerable<string> cells, CancellationToken cancellationToken);

    Task CompleteAsync(CancellationToken cancellationToken);
}

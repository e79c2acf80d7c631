using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace ApiAdmin.Core.Data;

/// <summary>A transaction that holds the database's one writer's place from its first statement on. Not committed = undone.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly IDisposable? place;
    private readonly long begun = Stopwatch.GetTimestamp();

    internal WriteTransaction(IDbContextTransaction transaction, IDisposable? place) =>
        (this.transaction, this.place) = (transaction, place);

    /// <exception cref="StoreFullException">There was no room; nothing was changed.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        try
        {
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception exception) when (StoreFull.IsCause(exception))
        {
            throw new StoreFullException();
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            DataMetrics.Wrote(Stopwatch.GetElapsedTime(begun));
            place?.Dispose();
        }
    }
}

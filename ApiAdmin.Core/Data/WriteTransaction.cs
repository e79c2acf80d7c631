using Microsoft.EntityFrameworkCore.Storage;

namespace ApiAdmin.Core.Data;

/// <summary>A transaction that holds the database's one writer's place from its first statement on. Not committed = undone.</summary>
public sealed class WriteTransaction : IAsyncDisposable
{
    private readonly IDbContextTransaction transaction;
    private readonly IDisposable? place;

    internal WriteTransaction(IDbContextTransaction transaction, IDisposable? place) =>
        (this.transaction, this.place) = (transaction, place);

    public Task CommitAsync(CancellationToken cancellationToken) => transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            place?.Dispose();
        }
    }
}

using System.Buffers;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>
/// Looks up in SQLite on connections that stay open. A look-up takes microseconds, so it runs on the caller's thread, on the connection that
/// was used last: its pages are still in the processor's cache.
/// </summary>
internal sealed class SqliteLookup(StorageOptions options, PhoneReader phones) : ICustomerLookup, IDisposable
{
    private const int Kept = 64;

    private readonly Lock gate = new();
    private readonly Stack<SqliteSession> free = [];
    private bool disposed;
    private int opened;

    /// <summary>Connections opened since the start.</summary>
    public int Opened => Volatile.Read(ref opened);

    public ValueTask<int> FindAsync(CustomerQuery query, IBufferWriter<byte> output, WireCatalog catalog, CancellationToken cancellationToken)
    {
        var session = Take() ?? Open();
        try
        {
            var count = session.Find(query, phones, output, catalog);
            Return(session);
            return new ValueTask<int>(count);
        }
        catch
        {
            // What a fault left of its statements is not worth finding out.
            session.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            while (free.TryPop(out var session))
            {
                session.Dispose();
            }
        }
    }

    private SqliteSession Open()
    {
        Interlocked.Increment(ref opened);
        return new SqliteSession(options.DatabaseFile);
    }

    private SqliteSession? Take()
    {
        lock (gate)
        {
            return free.TryPop(out var session) ? session : null;
        }
    }

    private void Return(SqliteSession session)
    {
        lock (gate)
        {
            if (!disposed && free.Count < Kept)
            {
                free.Push(session);
                return;
            }
        }

        session.Dispose();
    }
}

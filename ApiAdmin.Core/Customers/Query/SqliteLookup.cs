using System.Buffers;
using ApiAdmin.Core.Data;
using Microsoft.Extensions.ObjectPool;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>Looks up in SQLite on connections that stay open. A look-up takes microseconds, so it runs on the caller's thread.</summary>
internal sealed class SqliteLookup : ICustomerLookup, IDisposable
{
    private const int Kept = 64;

    private readonly ObjectPool<SqliteSession> sessions;
    private readonly PhoneReader phones;
    private int opened;

    public SqliteLookup(StorageOptions options, PhoneReader phones)
    {
        this.phones = phones;
        sessions = new DefaultObjectPoolProvider { MaximumRetained = Kept }.Create(new Policy(Open));

        SqliteSession Open()
        {
            Interlocked.Increment(ref opened);
            return new SqliteSession(options.DatabaseFile);
        }
    }

    /// <summary>Connections opened since the start.</summary>
    public int Opened => Volatile.Read(ref opened);

    public ValueTask<int> FindAsync(CustomerQuery query, IBufferWriter<byte> output, WireCatalog catalog, CancellationToken cancellationToken)
    {
        var session = sessions.Get();
        try
        {
            var count = session.Find(query, phones, output, catalog);
            sessions.Return(session);
            return new ValueTask<int>(count);
        }
        catch
        {
            // What a fault left of its statements is not worth finding out.
            session.Dispose();
            throw;
        }
    }

    public void Dispose() => (sessions as IDisposable)?.Dispose();

    private sealed class Policy(Func<SqliteSession> open) : IPooledObjectPolicy<SqliteSession>
    {
        public SqliteSession Create() => open();

        public bool Return(SqliteSession obj) => true;
    }
}

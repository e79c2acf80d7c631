using System.Buffers;
using System.Text.Json;
using ApiAdmin.Core.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>One connection that stays open, with its prepared statements; used by one caller at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly sqlite3 database;
    private readonly SqliteStatement begin;
    private readonly SqliteStatement commit;
    private readonly SqliteStatement byIdentifier;
    private readonly SqliteStatement byId;
    private readonly SqliteStatement survivor;
    private readonly SqliteStatement row;
    private readonly SqliteStatement identifiers;
    private readonly Utf8JsonWriter json = new(Stream.Null, WireJson.Options);
    private readonly List<LookupHit> hits = [];

    public SqliteSession(string file)
    {
        // Without SQLite's mutexes, which each reading of a column would take: a session is used by one caller at a time.
        Check(raw.sqlite3_open_v2(file, out database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null));
        Check(raw.sqlite3_exec(database, "PRAGMA query_only=ON; PRAGMA busy_timeout=5000;"));
        begin = Prepare("BEGIN");
        commit = Prepare("COMMIT");
        byIdentifier = Prepare(
            "SELECT i.customer_id, c.updated_at FROM customer_identifiers i CROSS JOIN customers c ON c.id = i.customer_id "
            + "WHERE i.value = ?1 AND i.kind BETWEEN ?2 AND ?3 AND c.deleted_at IS NULL");
        byId = Prepare("SELECT c.id, c.updated_at FROM customers c WHERE c.id = ?1 AND c.deleted_at IS NULL");
        survivor = Prepare("SELECT survivor_id FROM customer_merges WHERE merged_id = ?1");
        row = Prepare($"SELECT {WireColumns.Sql} FROM customers c WHERE c.id = ?1");
        identifiers = Prepare("SELECT kind, shown FROM customer_identifiers WHERE customer_id = ?1 AND kind < 30 ORDER BY kind, position");
    }

    /// <returns>How many fit; of them the best was written.</returns>
    public int Find(in CustomerQuery query, PhoneReader phones, IBufferWriter<byte> output, WireCatalog catalog)
    {
        // One read transaction, so that what the index led to is still there when the row is read.
        begin.Step();
        try
        {
            var found = Search(query, phones);
            if (found.Count > 0)
            {
                Write(LookupHit.Best(found).Id, output, catalog);
            }

            return found.Count;
        }
        finally
        {
            commit.Step();
        }
    }

    public void Dispose()
    {
        foreach (var statement in new[] { begin, commit, byIdentifier, byId, survivor, row, identifiers })
        {
            statement.Dispose();
        }

        json.Dispose();
        database.Dispose();
    }

    private SqliteStatement Prepare(string sql) => new(database, sql);

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, database);

    private List<LookupHit> Search(in CustomerQuery query, PhoneReader phones)
    {
        List<LookupHit>? all = null;
        if (!string.IsNullOrWhiteSpace(query.Id))
        {
            all = ById(CustomerQuery.ReadId(query.Id));
        }

        all = Narrow(all, LookupKeys.Tel(query), phones);
        all = Narrow(all, LookupKeys.Email(query), phones);
        return Narrow(all, LookupKeys.Account(query), phones) ?? [];
    }

    private List<LookupHit>? Narrow(List<LookupHit>? all, LookupKey? key, PhoneReader phones)
    {
        if (key is not { } wanted || all is { Count: 0 })
        {
            return all;
        }

        var found = ByKey(wanted, phones, all is null ? hits : []);
        all?.RemoveAll(hit => !found.Contains(hit));
        return all ?? found;
    }

    private List<LookupHit> ById(long id)
    {
        hits.Clear();
        for (var merged = false; id > 0; merged = true)
        {
            Read(byId.Bind(1, id), hits);
            if (hits.Count > 0 || merged || !survivor.Bind(1, id).Step())
            {
                break;
            }

            id = survivor.Number(0);
            survivor.Reset();
        }

        return hits;
    }

    private List<LookupHit> ByKey(in LookupKey key, PhoneReader phones, List<LookupHit> found)
    {
        found.Clear();
        var guess = key.Guess(phones);
        if (guess is not null)
        {
            ReadKey(guess, key, found);
        }

        if (found.Count == 0 && key.Value(phones) is { Length: > 0 } value && value != guess)
        {
            ReadKey(value, key, found);
        }

        return found;
    }

    private void ReadKey(string value, in LookupKey key, List<LookupHit> found) =>
        Read(byIdentifier.Bind(1, value).Bind(2, (long)key.From).Bind(3, (long)key.To), found);

    private static void Read(SqliteStatement statement, List<LookupHit> found)
    {
        while (statement.Step())
        {
            var hit = new LookupHit(statement.Number(0), statement.Number(1));

            // One customer may have the same value in two accounts; within a kind the index brings equal ids together.
            if (!found.Contains(hit))
            {
                found.Add(hit);
            }
        }
    }

    private void Write(long id, IBufferWriter<byte> output, WireCatalog catalog)
    {
        row.Bind(1, id).Step();
        try
        {
            var parts = new SqliteIdentifiers(identifiers.Bind(1, id));
            json.Reset(output);
            CustomerWire.Write(json, new SqliteRow(row), ref parts, catalog);
        }
        finally
        {
            row.Reset();
            identifiers.Reset();
        }
    }

    private readonly struct SqliteRow(SqliteStatement statement) : IWireRow
    {
        public bool IsNull(WireColumn column) => statement.IsNull((int)column);

        public ReadOnlySpan<byte> Text(WireColumn column) => statement.Text((int)column);

        public long Number(WireColumn column) => statement.Number((int)column);
    }

    private readonly struct SqliteIdentifiers(SqliteStatement statement) : IWireIdentifiers
    {
        public IdentifierKind Kind => (IdentifierKind)statement.Number(0);

        public ReadOnlySpan<byte> Shown => statement.Text(1);

        public bool MoveNext() => statement.Step();
    }
}

using System.Buffers;
using System.Text;
using System.Text.Json;
using ApiAdmin.Core.Data;
using Npgsql;
using NpgsqlTypes;

namespace ApiAdmin.Core.Customers.Query;

/// <summary>Looks up in PostgreSQL: one prepared statement and one round trip for each combination of what is given.</summary>
internal sealed class PostgresLookup(StorageOptions options, PhoneReader phones) : ICustomerLookup, IAsyncDisposable
{
    private readonly Lazy<NpgsqlDataSource> source = new(() => Create(options.ConnectionString));

    public async ValueTask<int> FindAsync(CustomerQuery query, IBufferWriter<byte> output, WireCatalog catalog, CancellationToken cancellationToken)
    {
        await using var command = source.Value.CreateCommand();
        if (!TryBuild(command, query))
        {
            return 0;
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
        {
            return 0;
        }

        await using var json = new Utf8JsonWriter(output, WireJson.Options);
        var identifiers = new Parts(reader.GetFieldValue<short[]>(Row.Count), reader.GetFieldValue<string[]>(Row.Count + 1));
        CustomerWire.Write(json, new Row(reader), ref identifiers, catalog);
        return (int)reader.GetInt64(Row.Count + 2);
    }

    public ValueTask DisposeAsync() => source.IsValueCreated ? source.Value.DisposeAsync() : ValueTask.CompletedTask;

    private static NpgsqlDataSource Create(string connectionString)
    {
        // Statements are few and fixed: each is prepared at its first use and kept as long as its connection lives.
        const int Statements = 16;
        var builder = new NpgsqlDataSourceBuilder(connectionString);
        builder.ConnectionStringBuilder.MaxAutoPrepare = Statements;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 1;
        return builder.Build();
    }

    /// <returns>False when something given can be nobody's.</returns>
    private bool TryBuild(NpgsqlCommand command, in CustomerQuery query)
    {
        var ids = new List<string>();
        if (!string.IsNullOrWhiteSpace(query.Id))
        {
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = CustomerQuery.ReadId(query.Id) });
            ids.Add("SELECT coalesce((SELECT survivor_id FROM customer_merges WHERE merged_id = $1), $1) AS id");
        }

        foreach (var key in new[] { LookupKeys.Tel(query), LookupKeys.Email(query), LookupKeys.Account(query) }.OfType<LookupKey>())
        {
            if (key.Value(phones) is not { Length: > 0 } value)
            {
                return false;
            }

            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value, NpgsqlDbType = NpgsqlDbType.Text });
            ids.Add(FormattableString.Invariant(
                $"SELECT customer_id AS id FROM customer_identifiers WHERE value = ${command.Parameters.Count} AND kind BETWEEN {(short)key.From} AND {(short)key.To}"));
        }

        command.CommandText = Sql(ids);
        return true;
    }

    private static string Sql(IEnumerable<string> ids) =>
        $"""
        WITH hits AS MATERIALIZED (
            SELECT c.id, c.updated_at FROM ({string.Join(" INTERSECT ", ids)}) f JOIN customers c ON c.id = f.id
            WHERE c.deleted_at IS NULL GROUP BY c.id),
        best AS (SELECT id, (SELECT count(*) FROM hits) AS n FROM hits ORDER BY updated_at DESC, id LIMIT 1)
        SELECT {WireColumns.Sql},
            ARRAY(SELECT i.kind FROM customer_identifiers i WHERE i.customer_id = b.id AND i.kind < 30 ORDER BY i.kind, i.position),
            ARRAY(SELECT i.shown FROM customer_identifiers i WHERE i.customer_id = b.id AND i.kind < 30 ORDER BY i.kind, i.position), b.n
        FROM best b JOIN customers c ON c.id = b.id
        """;

    private readonly struct Row(NpgsqlDataReader reader) : IWireRow
    {
        public static readonly int Count = Enum.GetValues<WireColumn>().Length;

        public bool IsNull(WireColumn column) => reader.IsDBNull((int)column);

        public ReadOnlySpan<byte> Text(WireColumn column) => Encoding.UTF8.GetBytes(reader.GetString((int)column));

        public long Number(WireColumn column) => column switch
        {
            WireColumn.Vip or WireColumn.Blacklisted => reader.GetBoolean((int)column) ? 1 : 0,
            WireColumn.Sex => reader.GetInt16((int)column),
            _ => reader.GetInt64((int)column),
        };
    }

    private struct Parts(short[] kinds, string[] shown) : IWireIdentifiers
    {
        private int index = -1;

        public readonly IdentifierKind Kind => (IdentifierKind)kinds[index];

        public readonly ReadOnlySpan<byte> Shown => Encoding.UTF8.GetBytes(shown[index]);

        public bool MoveNext() => ++index < kinds.Length;
    }
}

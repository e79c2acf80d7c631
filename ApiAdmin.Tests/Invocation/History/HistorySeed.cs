using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Invocation.History;

/// <summary>Many kept runs, one each second since 2026, made by the database itself.</summary>
internal static class HistorySeed
{
    private const string Columns =
        "INSERT INTO invocations (id, api, actor_id, actor_name, outcome, started_at, duration_ms, method, url, message, search_text, sample) ";

    private const string SqliteSeed =
        "WITH RECURSIVE n(i) AS (SELECT {0} UNION ALL SELECT i + 1 FROM n WHERE i < {1}) " + Columns
        + "SELECT printf('run-%08d', i), printf('api-%d', i % 7), printf('user:%d', i % 5), 'Ana', CASE i % 3 WHEN 0 THEN 'Timeout' ELSE 'Success' END, "
        + "1767225600000000 + i * 1000000, 12.5, 'GET', 'https://crm.example.com/v1/orders', 'The order was found.', 'api https://crm.example.com/v1/orders found', CASE i % 9 WHEN 0 THEN 'found' END FROM n";

    private const string PostgresSeed =
        Columns
        + "SELECT 'run-' || lpad(i::text, 8, '0'), 'api-' || i % 7, 'user:' || i % 5, 'Ana', CASE i % 3 WHEN 0 THEN 'Timeout' ELSE 'Success' END, "
        + "timestamptz '2026-01-01 00:00:00Z' + i * interval '1 second', 12.5, 'GET', 'https://crm.example.com/v1/orders', 'The order was found.', "
        + "'api https://crm.example.com/v1/orders found', CASE i % 9 WHEN 0 THEN 'found' END FROM generate_series({0}, {1}) AS i";

    public static async Task AddAsync(AccessFixture fixture, StorageProvider provider, int first, int last)
    {
        await using var db = await fixture.Database.OpenAsync();
        await db.Database.ExecuteSqlRawAsync(provider == StorageProvider.Sqlite ? SqliteSeed : PostgresSeed, first, last);
    }
}

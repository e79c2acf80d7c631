using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Definitions.Storing;

/// <summary>Many APIs as the list sees them.</summary>
internal static class ApiListSeed
{
    /// <summary>Raw rows made by the database itself: 100,000 saves would take minutes.</summary>
    public static async Task AddAsync(AccessFixture fixture, StorageProvider provider, int first, int last)
    {
        await using var db = await fixture.Database.OpenAsync();
        await db.Database.ExecuteSqlRawAsync(provider == StorageProvider.Sqlite ? SqliteSeed : PostgresSeed, first, last);
        if (provider == StorageProvider.PostgreSql)
        {
            // What the server does by itself a minute after so many new rows.
            await db.Database.ExecuteSqlRawAsync("ANALYZE apis");
        }
    }

    private const string Columns =
        "INSERT INTO apis (id, key, name, name_sort, category, category_sort, category_path, method, url, status, search_text, version, created_at, created_by, updated_at, updated_by) ";

    private const string SqliteSeed =
        "WITH RECURSIVE n(i) AS (SELECT {0} UNION ALL SELECT i + 1 FROM n WHERE i < {1}) " + Columns
        + "SELECT printf('00000000-0000-7000-8000-%012x', i), printf('k-%d', i), printf('Name %d', i * 7919 % 100003), printf('name %d', i * 7919 % 100003), "
        + "printf('C%d', i % 20), printf('c%d', i % 20), printf('C%d/', i % 20), 'GET', 'https://crm.example.com', 'Draft', 'x', printf('00000000-0000-7000-8000-%012x', i), "
        + "i * 1000, 'seed', i * 1000, 'seed' FROM n";

    private const string PostgresSeed =
        Columns
        + "SELECT ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'k-' || i, 'Name ' || (i::bigint * 7919 % 100003), 'name ' || (i::bigint * 7919 % 100003), "
        + "'C' || (i % 20), 'c' || (i % 20), 'C' || (i % 20) || '/', 'GET', 'https://crm.example.com', 'Draft', 'x', ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, "
        + "now(), 'seed', now() + i * interval '1 second', 'seed' FROM generate_series({0}, {1}) AS i";
}

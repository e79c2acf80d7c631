using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>Inserts by binary COPY on the connection of the transaction.</summary>
internal sealed class PostgresBulk : ICustomerBulk
{
    public string[][] Pieces(SearchDocument document) => [PostgresSearchIndex.OpenGrams(document), PostgresSearchIndex.PersonalGrams(document)];

    public async Task<WriteTransaction> BeginAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var transaction = await db.BeginWriteAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("SET LOCAL synchronous_commit = off", cancellationToken);
        return transaction;
    }

    public Task RestAsync(AppDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task EndAsync(AppDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task AddAsync(AppDbContext db, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await CopyCustomersAsync(connection, customers, cancellationToken);
        await CopyIdentifiersAsync(connection, customers, cancellationToken);
        await CopyTagsAsync(connection, customers, cancellationToken);
        await CopyFieldValuesAsync(connection, customers, cancellationToken);
        await CopySearchAsync(connection, customers, cancellationToken);
    }

    private static async Task CopyCustomersAsync(NpgsqlConnection connection, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY customers (id, nick, real_name, sex, country, province, city, remark, vip, vip_level, blacklisted, blacklist_reason, blacklisted_at, blacklisted_by, "
            + "enterprise, source, owner, tags, fields, version, created_at, created_by, updated_at, updated_by) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var bulk in customers)
        {
            var (customer, at) = (bulk.Customer, bulk.At.UtcDateTime);
            await copy.WriteRowAsync(
                cancellationToken, bulk.Id, customer.Nick, Or(customer.RealName), customer.Sex is { } sex ? (short)sex : DBNull.Value, Or(customer.Country), Or(customer.Province),
                Or(customer.City), Or(customer.Remark), customer.Vip is { } vip ? vip : DBNull.Value, Or(customer.VipLevel), customer.Blacklisted, Or(customer.BlacklistReason),
                customer.Blacklisted ? at : DBNull.Value, Or(customer.Blacklisted ? bulk.By : null), Or(customer.Enterprise), Or(customer.Source), Or(customer.Owner),
                Or(CustomerDocument.WriteTags(customer.Tags)), Or(CustomerDocument.WriteFields(customer.Fields)), Guid.CreateVersion7(bulk.At), at, bulk.By, at, bulk.By);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyIdentifiersAsync(NpgsqlConnection connection, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY customer_identifiers (customer_id, kind, position, value, shown) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var own in customers.SelectMany(customer => customer.Identifiers))
        {
            await copy.WriteRowAsync(cancellationToken, own.CustomerId, (short)own.Kind, own.Position, own.Value, own.Shown);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyTagsAsync(NpgsqlConnection connection, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken)
    {
        if (customers.All(customer => customer.Customer.Tags.Count == 0))
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync("COPY customer_tags (tag_id, customer_id) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var customer in customers)
        {
            foreach (var tag in customer.Customer.Tags)
            {
                await copy.WriteRowAsync(cancellationToken, tag, customer.Id);
            }
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopyFieldValuesAsync(NpgsqlConnection connection, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken)
    {
        var rows = customers.SelectMany(customer => FieldValues.Rows(customer.Id, customer.Customer)).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync("COPY customer_field_values (field_id, value, customer_id) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var row in rows)
        {
            await copy.WriteRowAsync(cancellationToken, row.FieldId, row.Value, row.CustomerId);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static async Task CopySearchAsync(NpgsqlConnection connection, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(
            "COPY customer_search (customer_id, open, personal, open_grams, personal_grams) FROM STDIN (FORMAT BINARY)", cancellationToken);
        foreach (var customer in customers)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(customer.Id, cancellationToken);
            await copy.WriteAsync(customer.Search.Open, cancellationToken);
            await copy.WriteAsync(customer.Search.Personal, cancellationToken);
            await copy.WriteAsync(customer.Pieces[0], NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(customer.Pieces[1], NpgsqlDbType.Array | NpgsqlDbType.Text, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    private static object Or(string? text) => text is null ? DBNull.Value : text;
}

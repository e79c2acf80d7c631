using System.Globalization;
using ApiAdmin.Core.Customers.Query;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Data.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Seeding;

/// <summary>Inserts by prepared statements on the connection of the transaction.</summary>
internal sealed class SqliteBulk : ICustomerBulk
{
    private const string Customer = """
        INSERT INTO customers (id, nick, real_name, sex, country, province, city, remark, vip, vip_level, blacklisted, blacklist_reason, blacklisted_at,
            blacklisted_by, enterprise, source, owner, tags, fields, version, created_at, created_by, updated_at, updated_by)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?21, ?22)
        """;

    /// <summary>
    /// Many pages of the indexes change in one batch: a cache that holds them all, so that none is written twice. Each batch on disk would
    /// take most of the time, and the log is written back by <see cref="BulkLog"/>, so that nobody waits for it in the writers' queue.
    /// </summary>
    private const string Setup = "PRAGMA cache_size=-32768; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0;";

    /// <summary>In rows; fewer, or few beside those there are, leave few parts, and FTS5 merges those by itself.</summary>
    private const int WorthMerging = 10_000;
    private const int WorthMergingPart = 10;

    private readonly BulkLog log = new();
    private int unmerged;

    public string[][] Pieces(SearchDocument document) =>
        [[SqliteSearchIndex.Two(document.Open)], [SqliteSearchIndex.Three(document.Open)], [SqliteSearchIndex.Three(document.Personal)]];

    public async Task<WriteTransaction> BeginAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync(Setup, cancellationToken);
        return await db.BeginWriteAsync(cancellationToken);
    }

    public Task RestAsync(AppDbContext db, CancellationToken cancellationToken) => log.RestAsync(db, cancellationToken);

    public async Task EndAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var added = Volatile.Read(ref unmerged);
        if (added >= WorthMerging && added >= await db.Customers.CountAsync(cancellationToken) / WorthMergingPart)
        {
            Volatile.Write(ref unmerged, 0);
            await MergeAsync(db, cancellationToken);
        }

        await log.EndAsync(db, cancellationToken);
    }

    public async Task AddAsync(AppDbContext db, IReadOnlyList<BulkCustomer> customers, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        using var row = new SqliteStatement(handle, Customer);
        using var identifier = new SqliteStatement(handle, "INSERT INTO customer_identifiers (customer_id, kind, position, value, shown) VALUES (?1, ?2, ?3, ?4, ?5)");
        using var tag = new SqliteStatement(handle, "INSERT INTO customer_tags (tag_id, customer_id) VALUES (?1, ?2)");
        using var value = new SqliteStatement(handle, "INSERT INTO customer_field_values (field_id, value, customer_id) VALUES (?1, ?2, ?3)");
        using var two = new SqliteStatement(handle, "INSERT INTO customer_search2 (rowid, open) VALUES (?1, ?2)");
        using var three = new SqliteStatement(handle, "INSERT INTO customer_search3 (rowid, open, personal) VALUES (?1, ?2, ?3)");
        log.Add(customers.Count);
        Interlocked.Add(ref unmerged, customers.Count);
        foreach (var customer in customers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Bind(row, customer).Step();
            foreach (var own in customer.Identifiers)
            {
                identifier.Bind(1, own.CustomerId).Bind(2, (long)own.Kind).Bind(3, own.Position).Bind(4, own.Value).Bind(5, own.Shown).Step();
            }

            foreach (var own in customer.Customer.Tags)
            {
                tag.Bind(1, own).Bind(2, customer.Id).Step();
            }

            foreach (var own in FieldValues.Rows(customer.Id, customer.Customer))
            {
                value.Bind(1, own.FieldId).Bind(2, own.Value).Bind(3, own.CustomerId).Step();
            }

            two.Bind(1, customer.Id).Bind(2, customer.Pieces[0][0]).Step();
            three.Bind(1, customer.Id).Bind(2, customer.Pieces[1][0]).Bind(3, customer.Pieces[2][0]).Step();
        }
    }

    private async Task MergeAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await SqliteSearchMerge.RunAsync(db, () => BeginAsync(db, cancellationToken), () =>
            {
                log.Add(SqliteSearchMerge.Step / BulkLog.PagesOfRow);
                return log.RestAsync(db, cancellationToken);
            });
        }
        catch (Exception e) when (e is BusyException or StoreFullException or SqliteException)
        {
            // All customers are in and can be found; the rest of the merging is left to FTS5, which does some with every change.
        }
    }

    private static SqliteStatement Bind(SqliteStatement row, BulkCustomer bulk)
    {
        var (customer, at) = (bulk.Customer, Micros.Of(bulk.At));
        var version = Guid.CreateVersion7(bulk.At).ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant();
        row.Bind(1, bulk.Id).Bind(2, customer.Nick).BindText(3, customer.RealName).BindNumber(4, (long?)customer.Sex)
            .BindText(5, customer.Country).BindText(6, customer.Province).BindText(7, customer.City).BindText(8, customer.Remark)
            .BindNumber(9, customer.Vip is { } vip ? (vip ? 1 : 0) : null).BindText(10, customer.VipLevel).Bind(11, customer.Blacklisted ? 1 : 0)
            .BindText(12, customer.BlacklistReason).BindNumber(13, customer.Blacklisted ? at : null).BindText(14, customer.Blacklisted ? bulk.By : null);
        return row.BindText(15, customer.Enterprise).BindText(16, customer.Source).BindText(17, customer.Owner)
            .BindText(18, CustomerDocument.WriteTags(customer.Tags)).BindText(19, CustomerDocument.WriteFields(customer.Fields))
            .Bind(20, version).Bind(21, at).Bind(22, bulk.By);
    }
}

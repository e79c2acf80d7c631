using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Data;

/// <summary>Facts about stored data that hold on every database.</summary>
public abstract class StoreContract(StorageProvider provider) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, 123, 456, TimeSpan.Zero);

    protected TestDatabase Database { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (provider == StorageProvider.Sqlite || TestStore.Server is not null)
        {
            Database = await TestDatabase.CreateAsync(provider);
        }
    }

    public async Task DisposeAsync()
    {
        if (Database is not null)
        {
            await Database.DisposeAsync();
        }
    }

    [SkippableFact]
    public async Task Time_WithAnOffset_ComesBackAsTheSameInstantInUtc()
    {
        await using var db = await OpenAsync();
        db.Add(Row("a", Noon.ToOffset(TimeSpan.FromHours(8))));
        await db.SaveChangesAsync();

        await using var again = await OpenAsync();
        var read = (await again.Apis.SingleAsync()).UpdatedAt;

        Assert.Equal(Noon, read);
        Assert.Equal(TimeSpan.Zero, read.Offset);
    }

    [SkippableFact]
    public async Task Times_OfEveryOffset_SortAndFilterByInstant()
    {
        await using var db = await OpenAsync();
        db.Add(Row("late", Noon.AddHours(1).ToOffset(TimeSpan.FromHours(-11))));
        db.Add(Row("early", Noon.AddTicks(-10).ToOffset(TimeSpan.FromHours(14))));
        db.Add(Row("noon", Noon));
        await db.SaveChangesAsync();

        Assert.Equal(["early", "noon", "late"], await db.Apis.OrderBy(row => row.UpdatedAt).Select(row => row.Key).ToListAsync());
        Assert.Equal(["early"], await db.Apis.Where(row => row.UpdatedAt < Noon).Select(row => row.Key).ToListAsync());
    }

    [SkippableFact]
    public async Task Names_InAnyCaseAndScript_SortAlikeOnEveryDatabase()
    {
        await using var db = await OpenAsync();
        string[] names = ["zebra", "Apple", "Éclair", "订单", "apple pie", "_x", "Ärger"];
        db.AddRange(names.Select((name, i) => Row($"k{i}", Noon, name)));
        await db.SaveChangesAsync();

        var sorted = await db.Apis.OrderBy(row => row.NameSort).ThenBy(row => row.Key).Select(row => row.Name).ToListAsync();

        Assert.Equal(["_x", "Apple", "apple pie", "Ärger", "Éclair", "zebra", "订单"], sorted);
    }

    [SkippableFact]
    public async Task Save_OverAnotherEditorsVersion_Throws()
    {
        await using var db = await OpenAsync();
        db.Add(Row("a", Noon));
        await db.SaveChangesAsync();
        await using var first = await OpenAsync();
        await using var second = await OpenAsync();
        await ChangeAsync(first, "first");

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () =>
        {
            second.Attach(Row("a", Noon, id: (await first.Apis.SingleAsync()).Id)).Entity.Name = "second";
            await second.SaveChangesAsync();
        });

        await using var check = await OpenAsync();
        Assert.Equal("first", (await check.Apis.SingleAsync()).Name);
    }

    [SkippableFact]
    public async Task DeletedApi_TakesItsDraftAndSecretUsesWithIt()
    {
        await using var db = await OpenAsync();
        var row = Row("a", Noon);
        db.Add(row);
        db.Add(new ApiDraftRow { ApiId = row.Id, DefinitionJson = "{}" });
        db.Add(new SecretUseRow { ApiId = row.Id, SecretName = "token" });
        await db.SaveChangesAsync();

        await db.Apis.ExecuteDeleteAsync();

        Assert.Equal((0, 0), (await db.ApiDrafts.CountAsync(), await db.SecretUses.CountAsync()));
    }

    [SkippableFact]
    public async Task BeginWrite_HundredIncrementsAtOnce_NoneIsLost()
    {
        await using (var db = await OpenAsync())
        {
            db.Add(new SettingRow { Name = "counter", Value = "0" });
            await db.SaveChangesAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(IncrementAsync)));

        await using var check = await OpenAsync();
        Assert.Equal("100", (await check.Settings.SingleAsync(row => row.Name == "counter")).Value);
    }

    [SkippableFact]
    public async Task BeginWrite_NotCommitted_LeavesNothing()
    {
        await using (var db = await OpenAsync())
        await using (await db.BeginWriteAsync(CancellationToken.None))
        {
            db.Add(new SettingRow { Name = "half", Value = "0" });
            await db.SaveChangesAsync();
        }

        await using var check = await OpenAsync();
        Assert.False(await check.Settings.AnyAsync(row => row.Name == "half"));
    }

    protected async Task<AppDbContext> OpenAsync()
    {
        Skip.If(Database is null, $"{TestStore.ServerVariable} names no PostgreSQL server.");
        return await Database.OpenAsync();
    }

    private static ApiRow Row(string key, DateTimeOffset updated, string name = "n", Guid? id = null) => new()
    {
        Id = id ?? Guid.CreateVersion7(), Key = key, Name = name, Category = "", Method = "GET", Url = "https://a.example/",
        Status = ApiStatus.Draft, SearchText = "", Version = Guid.Empty, CreatedAt = Noon, CreatedBy = "t", UpdatedAt = updated,
        UpdatedBy = "t",
    };

    private static async Task ChangeAsync(AppDbContext db, string name)
    {
        var row = await db.Apis.SingleAsync();
        row.Name = name;
        row.Version = Guid.CreateVersion7();
        await db.SaveChangesAsync();
    }

    private async Task IncrementAsync()
    {
        await using var db = await OpenAsync();
        await using var transaction = await db.BeginWriteAsync(CancellationToken.None);
        var row = await db.Settings.SingleAsync(setting => setting.Name == "counter");
        row.Value = (int.Parse(row.Value) + 1).ToString();
        await db.SaveChangesAsync();
        await transaction.CommitAsync(CancellationToken.None);
    }
}

public sealed class SqliteStoreTests() : StoreContract(StorageProvider.Sqlite);

public sealed class PostgresStoreTests() : StoreContract(StorageProvider.PostgreSql);

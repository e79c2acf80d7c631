using System.Diagnostics;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Data;

/// <summary>Facts about starting that hold on every database.</summary>
public abstract class StartContract(StorageProvider provider)
{
    private const int KilledStarts = 6;
    private const int KilledWriters = 20;

    [SkippableFact]
    public async Task Initialize_FourStartsAtOnceOnNothing_AllSucceed()
    {
        await using var store = await TestStore.CreateAsync(provider);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAsync(store))));

        Assert.True((await CountSecretsAsync(store)) == 0);
    }

    [SkippableFact]
    public async Task Initialize_AfterStartsKilledAtAnyMoment_GoesOn()
    {
        await using var store = await TestStore.CreateAsync(provider);
        var random = new Random(18);
        for (var i = 0; i < KilledStarts; i++)
        {
            using var child = ChildProcess.Run(store, ChildProgram.Start);
            Assert.Equal("starting", await child.ReadLineAsync());
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 700)), TimeProvider.System);
            await child.KillAsync();
        }

        var watch = Stopwatch.StartNew();
        await StartAsync(store);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"The start took {watch.Elapsed}.");
    }

    [SkippableFact]
    public async Task Writer_KilledAtRandomMoments_LosesNothingItAcknowledged()
    {
        await using var store = await TestStore.CreateAsync(provider);
        await StartAsync(store);
        var random = new Random(3);
        var acknowledged = new List<string>();
        for (var round = 0; round < KilledWriters; round++)
        {
            using var child = ChildProcess.Run(store, ChildProgram.Write, round.ToString());
            while (await child.ReadLineAsync() is { } line && line != "started")
            {
            }

            // From the first acknowledged write on, so that every round has some and the kill falls among warm ones too.
            acknowledged.Add((await child.ReadLineAsync())!);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(5, 150)), TimeProvider.System);
            acknowledged.AddRange(await child.KillAsync());
        }

        await using var services = await StartAsync(store);
        Assert.True(acknowledged.Count > KilledWriters * 2, $"Only {acknowledged.Count} writes were acknowledged.");
        var revealed = await services.GetRequiredService<ISecretSource>().RevealAsync(acknowledged, default);
        Assert.All(acknowledged, name => Assert.Equal($"value of {name}", revealed[name].Value));
        await AssertWholeAsync(services);
    }

    protected static async Task<ServiceProvider> StartAsync(TestStore store)
    {
        var services = TestDatabase.Build(
            store, (collection, configuration) => AccessFixture.Configure(collection, configuration, TimeProvider.System));
        await services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        return services;
    }

    /// <summary>No half transaction: as many secrets as audit rows, the chain whole, and SQLite's own check.</summary>
    private async Task AssertWholeAsync(ServiceProvider services)
    {
        var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(AccessFixture.Host, default);
        Assert.Null(verdict.Fault);
        await using var db = await services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
        Assert.Equal(await db.Secrets.CountAsync(), verdict.Rows);
        if (provider == StorageProvider.Sqlite)
        {
            Assert.Equal(["ok"], await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS \"Value\" FROM pragma_integrity_check").ToListAsync());
        }
    }

    private static async Task<int> CountSecretsAsync(TestStore store)
    {
        await using var services = await StartAsync(store);
        return (await services.GetRequiredService<ISecretService>().ListAsync(AccessFixture.Host, default)).Count;
    }
}

public sealed class PostgresStartTests() : StartContract(StorageProvider.PostgreSql)
{
    [SkippableTheory]
    [InlineData("SQL_ASCII")]
    [InlineData("LATIN1")]
    public async Task Initialize_DatabaseNotUtf8_IsRefusedWithASentence(string encoding)
    {
        await using var store = await TestStore.CreateAsync(
            StorageProvider.PostgreSql, $"ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(store));

        Assert.Contains($"encoded in {encoding}", refusal.Message);
    }
}

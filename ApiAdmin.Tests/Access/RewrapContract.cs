using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Access;

/// <summary>Keys changed under a running program, which is a second set of services over the same store here.</summary>
public abstract class RewrapContract(StorageProvider provider)
{
    private const int Secrets = 230;

    private static readonly HostActor Host = AccessFixture.Host;

    [SkippableFact]
    public async Task Rewrap_WhileAnotherProcessReadsAndWrites_LeavesAllReadableAndNothingOnTheOldKey()
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var running = await FilledAsync(store);
        var oldKeyFile = await File.ReadAllTextAsync(KeyPath(store));
        var cookie = Protector(running).Protect("cookie");
        var before = await KeyIdsAsync(running);
        await using var verb = await StartAsync(store);

        var report = await verb.GetRequiredService<SecretRewrap>().RunAsync(Host, async batch =>
        {
            await AssertReadableAsync(running, Secrets);
            await PutAsync(running, $"meanwhile-{batch}");
            await using var startedMeanwhile = await StartAsync(store);
            await AssertReadableAsync(startedMeanwhile, Secrets);
        }, default);

        // The first write meanwhile was before any batch, yet sealed by the new key already.
        Assert.Equal((Secrets, 0), (report.Sealed, report.Unreadable.Count));
        await PutAsync(running, "afterwards");
        Assert.Equal([report.KeyId], await KeyIdsAsync(running));
        Assert.DoesNotContain(report.KeyId, before);
        await using var next = await StartAsync(store);
        await AssertReadableAsync(running, Secrets);
        await AssertReadableAsync(next, Secrets);
        Assert.Equal("cookie", Protector(next).Unprotect(cookie));
        Assert.Null((await next.GetRequiredService<AuditVerifier>().VerifyAsync(Host, default)).Fault);
        var actions = (await next.GetRequiredService<AuditService>().ListAsync(Host, null, 50, default)).Select(row => row.Action);
        Assert.Equal(["secrets.rewrapped", "secrets.rewrap"], actions.Where(action => action.StartsWith("secrets.", StringComparison.Ordinal)));
        Assert.DoesNotContain(oldKeyFile.Trim(), await File.ReadAllTextAsync(KeyPath(store)));
        Assert.Single(await File.ReadAllLinesAsync(KeyPath(store)));
        PrivateFile.AssertPrivate(KeyPath(store));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Rewrap_KilledAfterABatch_StaysReadableAndTheNextRunFinishes(int batches)
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var running = await FilledAsync(store);
        using (var child = ChildProcess.Run(store, ChildProgram.Rewrap, batches.ToString()))
        {
            while (await child.ReadLineAsync() is { } line && line != $"batch {batches}")
            {
            }

            await child.KillAsync();
        }

        await AssertReadableAsync(running, Secrets);
        await using var next = await StartAsync(store);
        await AssertReadableAsync(next, Secrets);
        Assert.Equal(batches == 0 ? 1 : 2, (await KeyIdsAsync(next)).Count);

        var report = await next.GetRequiredService<SecretRewrap>().RunAsync(Host, null, default);

        Assert.Equal(Secrets, report.Sealed);
        Assert.Equal([report.KeyId], await KeyIdsAsync(next));
        await AssertReadableAsync(running, Secrets);
        await AssertReadableAsync(next, Secrets);
        Assert.Single(await File.ReadAllLinesAsync(KeyPath(store)));
    }

    [SkippableFact]
    public async Task Start_NewKeyInTheFileButNotYetInTheDatabase_Works()
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using (var first = await StartAsync(store))
        {
            await PutAsync(first, "token");
        }

        await File.WriteAllTextAsync(KeyPath(store), Convert.ToBase64String(new byte[32]) + "\n" + await File.ReadAllTextAsync(KeyPath(store)));

        await using var next = await StartAsync(store);
        await PutAsync(next, "another");
        Assert.Equal("value of token", await ValueAsync(next, "token"));
    }

    [SkippableFact]
    public async Task Rewrap_RowThatNoKeyOpens_IsNamedAndLeftWithItsKey()
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var services = await StartAsync(store);
        await PutAsync(services, "good");
        await PutAsync(services, "broken");
        await using (var db = await OpenAsync(services))
        {
            await db.Secrets.Where(row => row.Name == "broken").ExecuteUpdateAsync(set => set.SetProperty(row => row.Tag, new byte[16]));
        }

        var report = await services.GetRequiredService<SecretRewrap>().RunAsync(Host, null, default);

        Assert.Equal(["broken"], report.Unreadable);
        Assert.Equal("value of good", await ValueAsync(services, "good"));
        await Assert.ThrowsAsync<SecretUnreadableException>(() => ValueAsync(services, "broken"));
        await PutAsync(services, "broken");
        Assert.Equal(2, (await services.GetRequiredService<SecretRewrap>().RunAsync(Host, null, default)).Sealed);
    }

    [SkippableFact]
    public async Task Rewrap_TwoAtOnce_RefusesTheSecond()
    {
        await using var store = await TestStore.CreateAsync(provider);
        await using var services = await StartAsync(store);
        await using var other = await StartAsync(store);

        await services.GetRequiredService<SecretRewrap>().RunAsync(
            Host, _ => Assert.ThrowsAsync<InUseException>(() => other.GetRequiredService<SecretRewrap>().RunAsync(Host, null, default)), default);

        await other.GetRequiredService<SecretRewrap>().RunAsync(Host, null, default);
    }

    private static string KeyPath(TestStore store) => Path.Combine(store.DataDirectory, "keys", "master.key");

    private static IDataProtector Protector(IServiceProvider services) => services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static Task<AppDbContext> OpenAsync(IServiceProvider services) =>
        services.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();

    private static async Task<ServiceProvider> StartAsync(TestStore store)
    {
        var services = TestDatabase.Build(store, (collection, configuration) => AccessFixture.Configure(collection, configuration, TimeProvider.System));
        await services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        return services;
    }

    private static async Task<ServiceProvider> FilledAsync(TestStore store)
    {
        var services = await StartAsync(store);
        var box = services.GetRequiredService<SecretBox>();
        await using var db = await OpenAsync(services);
        await using var transaction = await db.BeginWriteAsync(default);
        for (var i = 0; i < Secrets; i++)
        {
            var row = new SecretRow { Name = Name(i), Hosts = "[\"a.example\"]", Ciphertext = [], Nonce = [], Tag = [], KeyId = "", UpdatedAt = default, UpdatedBy = "t" };
            await box.SealAsync(db, row, $"value of {row.Name}", default);
            db.Add(row);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync(default);
        return services;
    }

    private static string Name(int i) => $"s-{i}";

    private static Task PutAsync(IServiceProvider services, string name) =>
        services.GetRequiredService<ISecretService>().PutAsync(Host, name, $"value of {name}", ["a.example"], default);

    private static async Task<string> ValueAsync(IServiceProvider services, string name) =>
        (await services.GetRequiredService<ISecretSource>().RevealAsync([name], default))[name].Value;

    private static async Task AssertReadableAsync(IServiceProvider services, int count)
    {
        var names = Enumerable.Range(0, count).Select(Name).ToList();
        var revealed = await services.GetRequiredService<ISecretSource>().RevealAsync(names, default);
        Assert.Equal(names.Select(name => $"value of {name}"), names.Select(name => revealed[name].Value));
    }

    private static async Task<List<string>> KeyIdsAsync(IServiceProvider services)
    {
        await using var db = await OpenAsync(services);
        return await db.Secrets.Select(row => row.KeyId).Distinct().ToListAsync();
    }
}

public sealed class SqliteRewrapTests() : RewrapContract(StorageProvider.Sqlite);

public sealed class PostgresRewrapTests() : RewrapContract(StorageProvider.PostgreSql);

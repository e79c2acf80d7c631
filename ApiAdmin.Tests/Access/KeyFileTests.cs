using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Access;

public sealed class KeyFileTests
{
    [Fact]
    public async Task Start_First_MakesAPrivateKeyFileThatIsNotInTheDatabase()
    {
        await using var access = await AccessFixture.CreateAsync();
        var file = KeyPath(access.Database.DataDirectory);

        PrivateFile.AssertPrivate(file);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
        await using var db = await access.Database.OpenAsync();
        Assert.DoesNotContain((await File.ReadAllTextAsync(file)).Trim(), string.Join('|', await db.Settings.Select(row => row.Value).ToListAsync()));
    }

    [Fact]
    public async Task Start_Second_OpensWhatTheFirstSealed()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await using (var first = await StartAsync(store))
        {
            await first.GetRequiredService<ISecretService>().PutAsync(AccessFixture.Host, "token", "kept value", ["a.example"], default);
        }

        await using var second = await StartAsync(store);

        Assert.Equal("kept value", (await second.GetRequiredService<ISecretSource>().RevealAsync(["token"], default))["token"].Value);
    }

    [Theory]
    [InlineData("missing", "is missing")]
    [InlineData("other", "is not the one this database was sealed with")]
    [InlineData("garbage", "is no ApiAdmin key")]
    public async Task Start_WithoutTheRightKeyFile_IsRefusedWithASentence(string what, string sentence)
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        await (await StartAsync(store)).DisposeAsync();
        var file = KeyPath(store.DataDirectory);
        File.Delete(file);
        if (what != "missing")
        {
            await File.WriteAllTextAsync(file, what == "other" ? Convert.ToBase64String(new byte[32]) : "garbage!");
        }

        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => StartAsync(store));

        Assert.Contains(sentence, refusal.Message);
        Assert.Contains(file, refusal.Message);
    }

    [Fact]
    public async Task DataProtection_KeysInTheDatabase_AreSealedAndOpenAfterARestart()
    {
        await using var store = await TestStore.CreateAsync(StorageProvider.Sqlite);
        string protectedText;
        await using (var first = await StartAsync(store))
        {
            protectedText = first.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("cookie");
            await using var db = await first.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync();
            var xml = (await db.DataProtectionKeys.SingleAsync()).Xml!;
            Assert.Contains("<ciphertext>", xml);
            Assert.DoesNotContain("masterKey", xml);
        }

        await using var second = await StartAsync(store);

        Assert.Equal("cookie", second.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(protectedText));
    }

    [Fact]
    public async Task DatabaseFile_WithASecret_HoldsNoFormOfIt()
    {
        const string Canary = "canary-9f31c7-value";
        await using var access = await AccessFixture.CreateAsync();
        await access.Get<ISecretService>().PutAsync(AccessFixture.Host, "token", Canary, ["a.example"], default);
        await using (var db = await access.Database.OpenAsync())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        foreach (var file in Directory.GetFiles(access.Database.DataDirectory, "*", SearchOption.AllDirectories))
        {
            var text = System.Text.Encoding.Latin1.GetString(await ReadSharedAsync(file));
            Assert.Equal(text, new SecretRedactor([Canary]).Redact(text));
        }
    }

    private static string KeyPath(string dataDirectory) => Path.Combine(dataDirectory, "keys", "master.key");

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory);
        return memory.ToArray();
    }

    private static async Task<ServiceProvider> StartAsync(TestStore store)
    {
        var services = TestDatabase.Build(store, (collection, configuration) => AccessFixture.Configure(collection, configuration, TimeProvider.System));
        await services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        return services;
    }
}

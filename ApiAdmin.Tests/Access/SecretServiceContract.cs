using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Access;

public abstract class SecretServiceContract(StorageProvider provider) : AccessContract(provider)
{
    private static readonly HostActor Host = AccessFixture.Host;

    private ISecretService Secrets => Access.Get<ISecretService>();

    private ISecretSource Source => Access.Get<ISecretSource>();

    [SkippableFact]
    public async Task Put_NewSecret_IsListedWithoutValueAndRevealedToTheInvoker()
    {
        await Secrets.PutAsync(Host, "orders-token", "s3cr€t value", ["CRM.example.com", "10.1.2.3:8443", "[::1]:9101"], default);

        var listed = Assert.Single(await Secrets.ListAsync(Host, default));
        Assert.Equal("orders-token", listed.Name);
        Assert.Equal(["crm.example.com", "10.1.2.3:8443", "[::1]:9101"], listed.Hosts);
        Assert.Equal("test", listed.UpdatedBy);
        var revealed = await Source.RevealAsync(["orders-token", "none"], default);
        Assert.Equal(["orders-token"], revealed.Keys);
        Assert.Equal("s3cr€t value", revealed["orders-token"].Value);
        Assert.Equal(listed.Hosts, revealed["orders-token"].Hosts);
    }

    [SkippableFact]
    public async Task Put_ExistingSecret_ReplacesValueAndHostsTogether()
    {
        await Secrets.PutAsync(Host, "token", "first value", ["a.example"], default);
        await Secrets.PutAsync(Host, "token", "second value", ["b.example"], default);

        var revealed = (await Source.RevealAsync(["token"], default))["token"];
        Assert.Equal(("second value", "b.example"), (revealed.Value, Assert.Single(revealed.Hosts)));
    }

    [SkippableFact]
    public async Task Reveal_CiphertextsOfTwoRowsSwapped_IsRefused()
    {
        await Secrets.PutAsync(Host, "a", "value of a", ["a.example"], default);
        await Secrets.PutAsync(Host, "b", "value of b", ["b.example"], default);
        await using (var db = await Access.Database.OpenAsync())
        {
            var rows = await db.Secrets.OrderBy(row => row.Name).ToListAsync();
            (rows[0].Ciphertext, rows[1].Ciphertext) = (rows[1].Ciphertext, rows[0].Ciphertext);
            (rows[0].Nonce, rows[1].Nonce) = (rows[1].Nonce, rows[0].Nonce);
            (rows[0].Tag, rows[1].Tag) = (rows[1].Tag, rows[0].Tag);
            await db.SaveChangesAsync();
        }

        await Assert.ThrowsAsync<SecretUnreadableException>(() => Source.RevealAsync(["a"], default));
    }

    [SkippableFact]
    public async Task Delete_SecretInUse_IsRefusedWithTheUsesAndThenWorks()
    {
        await Secrets.PutAsync(Host, "token", "some value", ["a.example"], default);
        var api = Api("order-status");
        await using (var db = await Access.Database.OpenAsync())
        {
            db.AddRange(api, new SecretUseRow { ApiId = api.Id, SecretName = "token" });
            await db.SaveChangesAsync();
        }

        var refusal = await Assert.ThrowsAsync<InUseException>(() => Secrets.DeleteAsync(Host, "token", default));
        Assert.Contains("order-status", Assert.Single(refusal.Findings).Message);
        Assert.Equal(["order-status"], Assert.Single(await Secrets.ListAsync(Host, default)).UsedBy);

        await using (var db = await Access.Database.OpenAsync())
        {
            await db.Apis.ExecuteDeleteAsync();
        }

        await Secrets.DeleteAsync(Host, "token", default);
        Assert.Empty(await Secrets.ListAsync(Host, default));
        await Assert.ThrowsAsync<NotFoundException>(() => Secrets.DeleteAsync(Host, "token", default));
    }

    [SkippableFact]
    public async Task Put_AuditRowCannotBeWritten_SavesNothing()
    {
        await using (var db = await Access.Database.OpenAsync())
        {
            // A row that stands where the next one must go: the audit's insert fails, whatever the database.
            await db.Database.ExecuteSqlRawAsync("ALTER TABLE audit RENAME TO audit_away");
        }

        await Assert.ThrowsAnyAsync<Exception>(() => Secrets.PutAsync(Host, "token", "some value", ["a.example"], default));

        await using var check = await Access.Database.OpenAsync();
        Assert.Equal(0, await check.Secrets.CountAsync());
    }

    [SkippableFact]
    public async Task Put_AnySecret_AuditsNamesOfFieldsAndNoValue()
    {
        await Secrets.PutAsync(Host, "token", "canary-4711-value", ["a.example"], default);

        var entry = Assert.Single(await Access.Get<AuditService>().ListAsync(Host, null, 10, default));
        Assert.Equal(("secret.put", "secret:token", "host"), (entry.Action, entry.Subject, entry.ActorId));
        Assert.Equal(["value", "hosts"], entry.Fields);
        await using var db = await Access.Database.OpenAsync();
        Assert.DoesNotContain("canary", string.Join('|', await db.Audit.Select(row => row.Subject + row.Fields + row.ActorName).ToListAsync()));
    }

    internal static ApiRow Api(string key) => new()
    {
        Id = Guid.CreateVersion7(), Key = key, Name = key, Category = "", Method = "GET", Url = "https://a.example/", Status = ApiStatus.Draft,
        SearchText = "", Version = Guid.Empty, CreatedAt = default, CreatedBy = "t", UpdatedAt = default, UpdatedBy = "t",
    };
}

public sealed class SqliteSecretServiceTests() : SecretServiceContract(StorageProvider.Sqlite);

public sealed class PostgresSecretServiceTests() : SecretServiceContract(StorageProvider.PostgreSql);

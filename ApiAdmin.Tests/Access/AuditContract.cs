using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Access;

public abstract class AuditContract(StorageProvider provider) : AccessContract(provider)
{
    private AuditVerifier Verifier => Access.Get<AuditVerifier>();

    [SkippableFact]
    public async Task Append_FromManyAtOnce_MakesOneChainWithoutGap()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => WriteAsync($"a{i}"))));

        var verdict = await Verifier.VerifyAsync(AccessFixture.Host, default);

        Assert.Equal((40, null), (verdict.Rows, verdict.Fault));
    }

    [SkippableFact]
    public async Task Append_TwiceInOneTransaction_ChainsBoth()
    {
        await WriteAsync("one", "two", "three");

        Assert.Equal(3, (await Verifier.VerifyAsync(AccessFixture.Host, default)).Rows);
    }

    [SkippableFact]
    public async Task Append_WithoutWriteTransaction_Throws()
    {
        await using var db = await Access.Database.OpenAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Access.Get<AuditLog>().AppendAsync(db, AccessFixture.Host, "a", "b", [], default));
    }

    [SkippableTheory]
    [InlineData("UPDATE audit SET action = 'x'")]
    [InlineData("DELETE FROM audit")]
    public async Task Rows_ChangedInTheDatabase_AreRefusedByIt(string sql)
    {
        await WriteAsync("one");
        await using var db = await Access.Database.OpenAsync();

        var refusal = await Assert.ThrowsAnyAsync<Exception>(() => db.Database.ExecuteSqlRawAsync(sql));

        Assert.Contains("append-only", refusal.Message);
    }

    [SkippableFact]
    public async Task Verify_TailCutOff_IsFoundByTheNotedHead()
    {
        await WriteAsync("one", "two", "three");
        await using (var db = await Access.Database.OpenAsync())
        {
            await Access.Get<AuditHeads>().NoteAsync(db, default);
            await DropTriggersAsync(db);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM audit WHERE sequence = 3");
        }

        var verdict = await Verifier.VerifyAsync(AccessFixture.Host, default);

        Assert.Contains("ends at row 2, but row 3 was noted", verdict.Fault);
    }

    [SkippableFact]
    public async Task Refusals_OfOneKind_AreAuditedOnceAMinute()
    {
        var agent = await Access.UserAsync(Role.Agent);
        var before = (await EntriesAsync()).Count;
        for (var i = 0; i < 50; i++)
        {
            await Assert.ThrowsAsync<ApiAdmin.Core.AccessDeniedException>(() => Access.Get<IAuthorizer>().DemandAsync(agent, Operation.ReadApis, default));
        }

        Assert.Equal(before + 1, (await EntriesAsync()).Count);
        Access.Clock.Advance(TimeSpan.FromMinutes(1));
        await Assert.ThrowsAsync<ApiAdmin.Core.AccessDeniedException>(() => Access.Get<IAuthorizer>().DemandAsync(agent, Operation.ReadApis, default));
        var entries = await EntriesAsync();
        Assert.Equal(before + 2, entries.Count);
        Assert.Equal(("access.refused", "operation:ReadApis", agent.Id), (entries[0].Action, entries[0].Subject, entries[0].ActorId));
    }

    private async Task<IReadOnlyList<AuditEntry>> EntriesAsync() =>
        await Access.Get<AuditService>().ListAsync(AccessFixture.Host, null, 100, default);

    private async Task DropTriggersAsync(AppDbContext db)
    {
        foreach (var statement in db.Database.IsSqlite() ? ApiAdmin.Core.Data.Sqlite.AuditTriggers.Drop : ApiAdmin.Core.Data.Postgres.AuditTriggers.Drop)
        {
            await db.Database.ExecuteSqlRawAsync(statement);
        }
    }

    private async Task WriteAsync(params string[] subjects)
    {
        await using var db = await Access.Database.OpenAsync();
        await using var transaction = await db.BeginWriteAsync(default);
        foreach (var subject in subjects)
        {
            await Access.Get<AuditLog>().AppendAsync(db, AccessFixture.Host, "test.done", subject, ["a", "b"], default);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync(default);
    }
}

public sealed class SqliteAuditTests() : AuditContract(StorageProvider.Sqlite);

public sealed class PostgresAuditTests() : AuditContract(StorageProvider.PostgreSql);

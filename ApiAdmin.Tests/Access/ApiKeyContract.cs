using System.Text;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Access;

public abstract class ApiKeyContract(StorageProvider provider) : AccessContract(provider)
{
    private ApiKeyService Keys => Access.Get<ApiKeyService>();

    private IApiKeyVerifier Verifier => Access.Get<IApiKeyVerifier>();

    [SkippableFact]
    public async Task Verify_LiveKey_TellsWhoseItIsAndNotesTheUse()
    {
        var (actor, text) = await Access.KeyAsync(Scopes.ApisWrite, Scopes.ApisRead);

        var identity = await Verifier.VerifyAsync(text, default);

        Assert.NotNull(identity);
        Assert.Equal((actor.KeyId, "k"), (identity.Id, identity.Name));
        Assert.Equal([Scopes.ApisRead, Scopes.ApisWrite], identity.Scopes);
        Assert.Equal(Access.Clock.GetUtcNow(), Assert.Single(await Keys.ListAsync(AccessFixture.Host, default)).LastUsedAt);
    }

    [SkippableFact]
    public async Task Verify_KeyWithAnyCharacterChanged_IsNobodys()
    {
        var (_, text) = await Access.KeyAsync(Scopes.ApisRead);

        for (var i = 0; i < text.Length; i++)
        {
            var changed = new StringBuilder(text) { [i] = text[i] == '0' ? '1' : '0' }.ToString();
            Assert.Null(await Verifier.VerifyAsync(changed, default));
        }
    }

    [SkippableFact]
    public async Task Verify_RevokedKey_IsRefusedAtOnceAndForOtherProcessesWithinHalfASecond()
    {
        var (actor, text) = await Access.KeyAsync(Scopes.ApisRead);
        var authorizer = Access.Get<IAuthorizer>();
        Assert.NotNull(await Verifier.VerifyAsync(text, default));
        Assert.True(await authorizer.AllowsAsync(actor, Operation.ReadApis, default));
        await using (var db = await Access.Database.OpenAsync())
        {
            await db.ApiKeys.ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, Access.Clock.GetUtcNow()));
        }

        Access.Clock.Advance(TimeSpan.FromMilliseconds(500));

        Assert.Null(await Verifier.VerifyAsync(text, default));
        Assert.False(await authorizer.AllowsAsync(actor, Operation.ReadApis, default));
    }

    [SkippableFact]
    public async Task Revoke_LiveKey_CountsWithoutAnyTimePassing()
    {
        var (actor, text) = await Access.KeyAsync(Scopes.ApisRead);
        Assert.NotNull(await Verifier.VerifyAsync(text, default));

        await Keys.RevokeAsync(AccessFixture.Host, actor.KeyId, default);

        Assert.Null(await Verifier.VerifyAsync(text, default));
        await Assert.ThrowsAsync<AccessDeniedException>(() => Access.Get<IAuthorizer>().DemandAsync(actor, Operation.ReadApis, default));
    }

    [SkippableFact]
    public async Task Verify_ExpiredKey_IsNobodysFromThatMomentOn()
    {
        var expiry = Access.Clock.GetUtcNow().AddMilliseconds(100);
        var key = await Keys.CreateAsync(AccessFixture.Host, new NewApiKey("k", [Scopes.ApisRead], expiry), default);
        var actor = new KeyActor(key.Info.Id, "k");
        Assert.NotNull(await Verifier.VerifyAsync(key.Text, default));
        Assert.True(await Access.Get<IAuthorizer>().AllowsAsync(actor, Operation.ReadApis, default));

        Access.Clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Null(await Verifier.VerifyAsync(key.Text, default));
        Assert.False(await Access.Get<IAuthorizer>().AllowsAsync(actor, Operation.ReadApis, default));
    }

    [SkippableFact]
    public async Task Database_WithKeys_HoldsNoUsableKey()
    {
        var (_, text) = await Access.KeyAsync(Scopes.ApisRead);
        var secret = text.Split('_')[2];

        await using var db = await Access.Database.OpenAsync();
        var row = await db.ApiKeys.SingleAsync();

        Assert.DoesNotContain(secret, row.Prefix + row.Name + row.Scopes + Convert.ToHexStringLower(row.Hash));
        Assert.Equal(text.Split('_')[1], row.Prefix);
    }

    [SkippableFact]
    public async Task Create_UnknownScopeNoNameAndPastExpiry_TellsAllAtOnce()
    {
        var refusal = await Assert.ThrowsAsync<InvalidException>(() => Keys.CreateAsync(
            AccessFixture.Host, new NewApiKey(" ", ["apis:everything"], Access.Clock.GetUtcNow()), default));

        Assert.Equal(["expiresAt", "name", "scopes"], refusal.Findings.Select(finding => finding.Path).Order());
    }
}

public sealed class SqliteApiKeyTests() : ApiKeyContract(StorageProvider.Sqlite);

public sealed class PostgresApiKeyTests() : ApiKeyContract(StorageProvider.PostgreSql);

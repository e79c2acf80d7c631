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
    public async Task Rotate_LiveKey_BothAreGoodUntilTheChosenEndThenOnlyTheNewOne()
    {
        var (old, text) = await Access.KeyAsync(Scopes.ApisRead, Scopes.ApisWrite);
        var end = Access.Clock.GetUtcNow().AddHours(1);
        Assert.NotNull(await Verifier.VerifyAsync(text, default));

        var made = await Keys.RotateAsync(AccessFixture.Host, old.KeyId, new KeyRotation(end), default);

        Assert.Equal(("k", end, (DateTimeOffset?)null), (made.Info.Name, (await ByIdAsync(old.KeyId)).ExpiresAt!.Value, made.Info.ExpiresAt));
        Assert.Equal([Scopes.ApisRead, Scopes.ApisWrite], made.Info.Scopes);
        Assert.NotNull(await Verifier.VerifyAsync(text, default));
        Assert.NotNull(await Verifier.VerifyAsync(made.Text, default));
        Access.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await Verifier.VerifyAsync(text, default));
        Assert.NotNull(await Verifier.VerifyAsync(made.Text, default));
    }

    [SkippableTheory]
    [InlineData(0, null, "oldEndsAt")]
    [InlineData(25, null, "oldEndsAt")]
    [InlineData(1, 0, "expiresAt")]
    public async Task Rotate_TimesThatWillNotDo_ChangesNothing(int oldEndsInHours, int? newExpiresInHours, string path)
    {
        var now = Access.Clock.GetUtcNow();
        var key = await Keys.CreateAsync(AccessFixture.Host, new NewApiKey("k", [Scopes.ApisRead], now.AddHours(24)), default);

        var refusal = await Assert.ThrowsAsync<InvalidException>(() => Keys.RotateAsync(
            AccessFixture.Host, key.Info.Id, new KeyRotation(now.AddHours(oldEndsInHours), newExpiresInHours is { } hours ? now.AddHours(hours) : null), default));

        Assert.Equal([path], refusal.Findings.Select(finding => finding.Path));
        Assert.Equal(now.AddHours(24), Assert.Single(await Keys.ListAsync(AccessFixture.Host, default)).ExpiresAt);
    }

    [SkippableFact]
    public async Task Rotate_RevokedKey_IsRefused()
    {
        var (actor, _) = await Access.KeyAsync(Scopes.ApisRead);
        await Keys.RevokeAsync(AccessFixture.Host, actor.KeyId, default);

        await Assert.ThrowsAsync<InvalidException>(() => Keys.RotateAsync(
            AccessFixture.Host, actor.KeyId, new KeyRotation(Access.Clock.GetUtcNow().AddHours(1)), default));
    }

    [SkippableFact]
    public async Task List_BySearchStateAndOrder_GivesThePageAskedFor()
    {
        var soon = Access.Clock.GetUtcNow().AddHours(1);
        foreach (var (name, ends) in new[] { ("Billing", (DateTimeOffset?)null), ("Année", soon), ("nightly", null) })
        {
            await Keys.CreateAsync(AccessFixture.Host, new NewApiKey(name, [Scopes.ApisRead], ends), default);
        }

        Access.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(["Année", "Billing", "nightly"], await NamesAsync(new ApiKeyListQuery()));
        Assert.Equal(["nightly"], await NamesAsync(new ApiKeyListQuery { Descending = true, PageSize = 1 }));
        Assert.Equal(["Année"], await NamesAsync(new ApiKeyListQuery { Search = "annee" }));
        Assert.Equal(["Année"], await NamesAsync(new ApiKeyListQuery { State = ApiKeyState.Expired }));
        Assert.Equal("Année", (await NamesAsync(new ApiKeyListQuery { Sort = ApiKeySort.Expires }))[0]);
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

    private async Task<ApiKeyInfo> ByIdAsync(Guid id) => (await Keys.ListAsync(AccessFixture.Host, default)).Single(key => key.Id == id);

    private async Task<string[]> NamesAsync(ApiKeyListQuery query) =>
        [.. (await Keys.ListAsync(AccessFixture.Host, query, default)).Items.Select(key => key.Name)];
}

public sealed class SqliteApiKeyTests() : ApiKeyContract(StorageProvider.Sqlite);

public sealed class PostgresApiKeyTests() : ApiKeyContract(StorageProvider.PostgreSql);

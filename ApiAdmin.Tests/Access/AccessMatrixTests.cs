using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Tests.Support;

namespace ApiAdmin.Tests.Access;

/// <summary>Role × operation and scope × operation through the services of access, one row per cell.</summary>
public sealed class AccessMatrixTests(AccessMatrixTests.Actors actors) : IClassFixture<AccessMatrixTests.Actors>
{
    private static readonly Dictionary<string, Func<AccessFixture, Actor, Task>> Calls = new()
    {
        ["secrets.list"] = (access, actor) => access.Get<ISecretService>().ListAsync(actor, default),
        ["secrets.put"] = (access, actor) => access.Get<ISecretService>().PutAsync(actor, "s", "a value", ["a.example"], default),
        ["secrets.delete"] = (access, actor) => access.Get<ISecretService>().DeleteAsync(actor, "none", default),
        ["secrets.rewrap"] = (access, actor) => access.Get<SecretRewrap>().RunAsync(actor, null, default),
        ["users.list"] = (access, actor) => access.Get<UserService>().ListAsync(actor, default),
        ["users.create"] = (access, actor) => access.Get<UserService>().CreateAsync(actor, new NewUser("", Role.Agent, ""), default),
        ["users.role"] = (access, actor) => access.Get<UserService>().SetRoleAsync(actor, Guid.Empty, Role.Agent, default),
        ["users.disable"] = (access, actor) => access.Get<UserService>().SetDisabledAsync(actor, Guid.Empty, true, default),
        ["users.password"] = (access, actor) => access.Get<UserService>().SetPasswordAsync(actor, Guid.Empty, "", default),
        ["users.page"] = (access, actor) => access.Get<UserService>().ListAsync(actor, new UserListQuery(), default),
        ["users.invite"] = (access, actor) => access.Get<UserService>().InviteAsync(actor, new Invitation("", Role.Agent), default),
        ["users.link"] = (access, actor) => access.Get<UserService>().MakeLinkAsync(actor, Guid.Empty, default),
        ["users.second-factor"] = (access, actor) => access.Get<UserService>().ResetSecondFactorAsync(actor, Guid.Empty, default),
        ["keys.page"] = (access, actor) => access.Get<ApiKeyService>().ListAsync(actor, new ApiKeyListQuery(), default),
        ["keys.rotate"] = (access, actor) => access.Get<ApiKeyService>().RotateAsync(actor, Guid.Empty, new KeyRotation(default), default),
        ["account.get"] = (access, actor) => access.Get<AccountService>().GetAsync(actor, default),
        ["account.password"] = (access, actor) => access.Get<AccountService>().ChangePasswordAsync(actor, "", "", default),
        ["account.second-factor"] = (access, actor) => access.Get<SecondFactorService>().BeginSecondFactorAsync(actor, "", default),
        ["account.pending"] = (access, actor) => access.Get<SecondFactorService>().PendingSecondFactorAsync(actor, default),
        ["account.confirm"] = (access, actor) => access.Get<SecondFactorService>().ConfirmSecondFactorAsync(actor, "", default),
        ["account.off"] = (access, actor) => access.Get<SecondFactorService>().SwitchOffSecondFactorAsync(actor, "", default),
        ["account.codes-left"] = (access, actor) => access.Get<SecondFactorService>().RecoveryCodesLeftAsync(actor, default),
        ["keys.list"] = (access, actor) => access.Get<ApiKeyService>().ListAsync(actor, default),
        ["keys.create"] = (access, actor) => access.Get<ApiKeyService>().CreateAsync(actor, new NewApiKey("", []), default),
        ["keys.revoke"] = (access, actor) => access.Get<ApiKeyService>().RevokeAsync(actor, Guid.Empty, default),
        ["audit.list"] = (access, actor) => access.Get<AuditService>().ListAsync(actor, null, 1, default),
        ["audit.verify"] = (access, actor) => access.Get<AuditVerifier>().VerifyAsync(actor, default),
    };

    private static readonly string[] OwnAccount =
        ["account.get", "account.password", "account.second-factor", "account.pending", "account.confirm", "account.off", "account.codes-left"];

    /// <summary>Written out by hand, so that a slip in the table of rights shows: who may do what.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Administrator"] = [.. Calls.Keys],
        ["Developer"] = ["secrets.list", "secrets.put", "secrets.delete", .. OwnAccount],
        ["Supervisor"] = OwnAccount,
        ["Agent"] = OwnAccount,
        ["apis:write"] = ["secrets.list", "secrets.put", "secrets.delete"],
    };

    public static TheoryData<string, string> Cells()
    {
        var data = new TheoryData<string, string>();
        foreach (var who in Enum.GetNames<Role>().Concat(Scopes.All))
        {
            foreach (var call in Calls.Keys)
            {
                data.Add(who, call);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task Call_ByRoleOrScope_IsAllowedOrRefusedAsWritten(string who, string call)
    {
        var trouble = await Record.ExceptionAsync(() => Calls[call](actors.Access, actors.ByName[who]));

        Assert.Equal(Allowed.GetValueOrDefault(who, []).Contains(call), trouble is not AccessDeniedException);
    }

    /// <summary>One database for all cells, with one actor of each role and each scope.</summary>
    public sealed class Actors : IAsyncLifetime
    {
        public AccessFixture Access { get; private set; } = null!;

        public Dictionary<string, Actor> ByName { get; } = [];

        public async Task InitializeAsync()
        {
            Access = await AccessFixture.CreateAsync();
            foreach (var role in Enum.GetValues<Role>())
            {
                ByName[role.ToString()] = await Access.UserAsync(role);
            }

            foreach (var scope in Scopes.All)
            {
                ByName[scope] = (await Access.KeyAsync(scope)).Actor;
            }
        }

        public async Task DisposeAsync() => await Access.DisposeAsync();
    }
}

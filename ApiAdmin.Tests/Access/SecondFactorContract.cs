using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Tests.Access;

/// <summary>The second step of sign-in: which codes count, how often, and what is stored of them.</summary>
public abstract class SecondFactorContract(StorageProvider provider) : AccessContract(provider)
{
    private SecondFactorService Service => Access.Get<SecondFactorService>();

    private SignInProof Proof => Access.Get<SignInProof>();

    private DateTimeOffset Now => Access.Clock.GetUtcNow();

    [SkippableTheory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public async Task Check_CodeOfADeviceWhoseClockIsOff_CountsWithinHalfAMinute(int seconds, bool right)
    {
        var (user, device, _) = await SwitchedOnAsync();
        Access.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(right, await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now.AddSeconds(seconds)), default));
    }

    [SkippableFact]
    public async Task Check_SameCodeAgain_IsRefusedAlsoWhenGivenTwiceAtOnce()
    {
        var (user, device, _) = await SwitchedOnAsync();
        Access.Clock.Advance(TimeSpan.FromMinutes(5));
        var code = device.CodeAt(Now);

        var tries = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Proof.CheckCodeAsync(user.UserId, code, default))));

        Assert.Equal(1, tries.Count(right => right));
        Assert.False(await Proof.CheckCodeAsync(user.UserId, code, default));
    }

    [SkippableFact]
    public async Task Check_CodeThatSwitchedItOn_DoesNotCountAgain()
    {
        var (user, device, _) = await SwitchedOnAsync();

        Assert.False(await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now), default));
    }

    [SkippableFact]
    public async Task Check_EarlierCodeAfterALaterOne_IsRefused()
    {
        var (user, device, _) = await SwitchedOnAsync();
        Access.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now.AddSeconds(30)), default));

        Assert.False(await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now), default));
    }

    [SkippableFact]
    public async Task Check_RecoveryCode_CountsOnceHoweverItIsTyped()
    {
        var (user, _, codes) = await SwitchedOnAsync();
        Assert.Equal((RecoveryCodes.Count, RecoveryCodes.Count), (codes.Count, codes.Distinct().Count()));

        Assert.True(await Proof.CheckCodeAsync(user.UserId, codes[3].Replace("-", " ", StringComparison.Ordinal).ToUpperInvariant(), default));
        Assert.False(await Proof.CheckCodeAsync(user.UserId, codes[3], default));
        Assert.True(await Proof.CheckCodeAsync(user.UserId, codes[4], default));
        Assert.Equal(8, await Service.RecoveryCodesLeftAsync(user, default));
        var rows = await Access.Get<AuditService>().ListAsync(AccessFixture.Host, null, 2, default);
        Assert.Equal(["user.recovery-code", "user.recovery-code"], rows.Select(row => row.Action));
    }

    [SkippableFact]
    public async Task Check_FiveWrongCodes_LocksEvenTheRightOneForFiveMinutes()
    {
        var (user, device, _) = await SwitchedOnAsync();
        Access.Clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await Proof.CheckCodeAsync(user.UserId, "abcdef", default));
        }

        Assert.False(await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now), default));
        Access.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True(await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now), default));
    }

    [SkippableFact]
    public async Task Confirm_WrongCode_LeavesItOffAndTheSameKeyPending()
    {
        var user = await Access.UserAsync(Role.Agent);
        var setup = await Service.BeginSecondFactorAsync(user, AccessFixture.Password, default);

        await Assert.ThrowsAsync<InvalidException>(() => Service.ConfirmSecondFactorAsync(user, "000 000 0", default));

        Assert.Equal(setup, await Service.PendingSecondFactorAsync(user, default));
        Assert.False((await Access.Get<AccountService>().GetAsync(user, default)).HasSecondFactor);
        Assert.False(await Proof.CheckCodeAsync(user.UserId, new Device(setup.Key).CodeAt(Now), default));
    }

    [SkippableFact]
    public async Task Begin_WithoutThePresentPasswordOrWhenOn_IsRefused()
    {
        var user = await Access.UserAsync(Role.Agent);
        await Assert.ThrowsAsync<InvalidException>(() => Service.BeginSecondFactorAsync(user, "wrong password entirely", default));
        var (on, _, _) = await SwitchedOnAsync();
        await Assert.ThrowsAsync<TakenException>(() => Service.BeginSecondFactorAsync(on, AccessFixture.Password, default));
        Assert.Null(await Service.PendingSecondFactorAsync(on, default));
    }

    [SkippableFact]
    public async Task SwitchOff_ByACode_TakesItAwayAndAWrongOneDoesNot()
    {
        var (user, _, codes) = await SwitchedOnAsync();
        await Assert.ThrowsAsync<InvalidException>(() => Service.SwitchOffSecondFactorAsync(user, "123456x", default));
        Assert.True((await Access.Get<AccountService>().GetAsync(user, default)).HasSecondFactor);

        await Service.SwitchOffSecondFactorAsync(user, codes[0], default);

        Assert.False((await Access.Get<AccountService>().GetAsync(user, default)).HasSecondFactor);
        Assert.Equal(0, await Service.RecoveryCodesLeftAsync(user, default));
    }

    [SkippableFact]
    public async Task Reset_ByAnAdministrator_TakesItAwayAndEndsTheSessions()
    {
        var (user, device, _) = await SwitchedOnAsync();
        var before = await StampAsync(user);

        await Access.Get<UserService>().ResetSecondFactorAsync(AccessFixture.Host, user.UserId, default);

        Access.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.False(await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now), default));
        Assert.NotEqual(before, await StampAsync(user));
    }

    [SkippableFact]
    public async Task Database_WithASecondStep_HoldsNoSecretAndOpensForItsPersonOnly()
    {
        var (user, device, codes) = await SwitchedOnAsync();
        var (other, _, _) = await SwitchedOnAsync();
        Access.Clock.Advance(TimeSpan.FromMinutes(5));
        await using (var db = await Access.Database.OpenAsync())
        {
            var rows = await db.UserTokens.ToDictionaryAsync(token => token.UserId);
            Assert.DoesNotContain("Secret", rows[user.UserId].Value!, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(RecoveryCodes.Hash(codes[0]), rows[user.UserId].Value!, StringComparison.Ordinal);
            rows[other.UserId].Value = rows[user.UserId].Value;
            await db.SaveChangesAsync();
        }

        Assert.False(await Proof.CheckCodeAsync(other.UserId, device.CodeAt(Now), default));
        Assert.True(await Proof.CheckCodeAsync(user.UserId, device.CodeAt(Now), default));
    }

    private async Task<(UserActor User, Device Device, IReadOnlyList<string> Codes)> SwitchedOnAsync()
    {
        var user = await Access.UserAsync(Role.Developer);
        var device = new Device((await Service.BeginSecondFactorAsync(user, AccessFixture.Password, default)).Key);
        return (user, device, await Service.ConfirmSecondFactorAsync(user, device.CodeAt(Now), default));
    }

    private async Task<string?> StampAsync(UserActor actor)
    {
        await using var db = await Access.Database.OpenAsync();
        return await db.Users.Where(user => user.Id == actor.UserId).Select(user => user.SecurityStamp).SingleAsync();
    }
}

public sealed class SqliteSecondFactorTests() : SecondFactorContract(StorageProvider.Sqlite);

public sealed class PostgresSecondFactorTests() : SecondFactorContract(StorageProvider.PostgreSql);

using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>
/// The second step of one's own sign-in: switched on with the password and a code, off with a code. A session alone is
/// not enough for either.
/// </summary>
public sealed class SecondFactorService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, UserChanges changes, SecondFactorBox box, SignInProof proof)
{
    private const string WrongCode = "This code is not right, was used already, or the account is locked. Give the one the app shows now; see that the device's clock is right.";

    /// <summary>How many recovery codes are not used up yet; 0 without a second step.</summary>
    [Demands(Operation.ManageOwnAccount)]
    public async Task<int> RecoveryCodesLeftAsync(Actor actor, CancellationToken cancellationToken)
    {
        var id = await AccountService.DemandAsync(authorizer, actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await box.ReadAsync(db, id, cancellationToken))?.Codes.Count ?? 0;
    }

    /// <summary>Makes a new secret for a device. It counts for nothing until <see cref="ConfirmSecondFactorAsync"/>.</summary>
    [Demands(Operation.ManageOwnAccount)]
    public async Task<SecondFactorSetup> BeginSecondFactorAsync(Actor actor, string present, CancellationToken cancellationToken)
    {
        var id = await AccountService.DemandAsync(authorizer, actor, cancellationToken);
        await AccountService.DemandPasswordAsync(proof, id, present, cancellationToken);
        var state = new SecondFactorState { Secret = Totp.NewSecret() };
        await changes.RunAsync(actor, "user.second-factor-begin", ["secondFactor"], async db =>
        {
            var user = await UserChanges.FindAsync(db, id, cancellationToken);
            RefuseWhenOn(user);
            await box.WriteAsync(db, id, state, cancellationToken);
            return user;
        }, cancellationToken);
        return Setup(actor, state);
    }

    /// <summary>What <see cref="BeginSecondFactorAsync"/> made, while it is not confirmed; else null.</summary>
    [Demands(Operation.ManageOwnAccount)]
    public async Task<SecondFactorSetup?> PendingSecondFactorAsync(Actor actor, CancellationToken cancellationToken)
    {
        var id = await AccountService.DemandAsync(authorizer, actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await UserChanges.FindAsync(db, id, cancellationToken);
        return !user.TwoFactorEnabled && await box.ReadAsync(db, id, cancellationToken) is { } state ? Setup(actor, state) : null;
    }

    /// <summary>Switches the second step on by a code of the device and ends the person's other sessions.</summary>
    /// <returns>The recovery codes: shown this once.</returns>
    [Demands(Operation.ManageOwnAccount)]
    public async Task<IReadOnlyList<string>> ConfirmSecondFactorAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        var id = await AccountService.DemandAsync(authorizer, actor, cancellationToken);
        var codes = RecoveryCodes.Create();
        await changes.RunAsync(actor, "user.second-factor-on", ["secondFactor", "recoveryCodes"], async db =>
        {
            var user = await UserChanges.FindAsync(db, id, cancellationToken);
            RefuseWhenOn(user);
            var state = await box.ReadAsync(db, id, cancellationToken)
                ?? throw new NotFoundException("The set-up was not begun, or was taken back. Begin it again.");
            var step = Totp.Match(state.Secret, code.Replace(" ", "", StringComparison.Ordinal), changes.Now, state.LastStep) ?? throw AccountService.Wrong("code", WrongCode);
            await box.WriteAsync(db, id, state with { LastStep = step, Codes = [.. codes.Select(RecoveryCodes.Hash)] }, cancellationToken);
            (user.TwoFactorEnabled, user.SecurityStamp) = (true, UserWriter.NewStamp());
            return user;
        }, cancellationToken);
        return codes;
    }

    /// <summary>Switches the second step off by a code of the device or a recovery code.</summary>
    [Demands(Operation.ManageOwnAccount)]
    public async Task SwitchOffSecondFactorAsync(Actor actor, string code, CancellationToken cancellationToken)
    {
        var id = await AccountService.DemandAsync(authorizer, actor, cancellationToken);
        if (!await proof.CheckCodeAsync(id, code, cancellationToken))
        {
            throw AccountService.Wrong("code", WrongCode);
        }

        await changes.RunAsync(actor, "user.second-factor-off", ["secondFactor", "recoveryCodes"], async db =>
        {
            var user = await UserChanges.FindAsync(db, id, cancellationToken);
            await SecondFactorBox.RemoveAsync(db, user, cancellationToken);
            return user;
        }, cancellationToken);
    }

    private static SecondFactorSetup Setup(Actor actor, SecondFactorState state)
    {
        var key = Base32.Encode(state.Secret);
        var address = $"otpauth://totp/ApiAdmin:{Uri.EscapeDataString(actor.Name)}?secret={key}&issuer=ApiAdmin&digits={Totp.Digits}";
        return new SecondFactorSetup(Base32.Grouped(key, ' '), address);
    }

    private static void RefuseWhenOn(AppUser user)
    {
        if (user.TwoFactorEnabled)
        {
            throw new TakenException("The second step is on already. Switch it off before setting it up on another device.", []);
        }
    }
}

using ApiAdmin.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Asks somebody who is known already for one more proof. Checked and counted under the write lock, so that many tries at
/// once are not more than five; of the right code given twice at once, one is refused.
/// </summary>
public sealed class SignInProof(
    IDbContextFactory<AppDbContext> contexts, SecondFactorBox box, IPasswordHasher<AppUser> hasher, AuditLog audit, TimeProvider clock)
{
    /// <summary>A code of the device, or one of the recovery codes, which is used up by it.</summary>
    public Task<bool> CheckCodeAsync(Guid userId, string? code, CancellationToken cancellationToken) =>
        CheckAsync(userId, (db, user) => AcceptAsync(db, user, code ?? "", cancellationToken), cancellationToken);

    internal async Task<bool> CheckPasswordAsync(Guid userId, string? password, CancellationToken cancellationToken)
    {
        // Hashing takes a tenth of a second, so it comes before the lock.
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var hash = await db.Users.Where(user => user.Id == userId).Select(user => user.PasswordHash).SingleOrDefaultAsync(cancellationToken);
        var right = hash is not null && hasher.VerifyHashedPassword(new AppUser(), hash, password ?? "") != PasswordVerificationResult.Failed;
        return await CheckAsync(userId, (_, user) => Task.FromResult(right && user.PasswordHash == hash), cancellationToken);
    }

    private async Task<bool> CheckAsync(Guid userId, Func<AppDbContext, AppUser, Task<bool>> isRight, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var user = await db.Users.SingleOrDefaultAsync(row => row.Id == userId, cancellationToken);
        if (user is not { DisabledAt: null } || Lockout.IsLocked(user, clock.GetUtcNow()))
        {
            return false;
        }

        var right = await isRight(db, user);
        if (right)
        {
            user.AccessFailedCount = 0;
        }
        else
        {
            Lockout.Failed(user, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return right;
    }

    private async Task<bool> AcceptAsync(AppDbContext db, AppUser user, string code, CancellationToken cancellationToken)
    {
        if (!user.TwoFactorEnabled || await box.ReadAsync(db, user.Id, cancellationToken) is not { } state)
        {
            return false;
        }

        var typed = new string([.. code.Where(c => !char.IsWhiteSpace(c))]);
        if (Totp.Match(state.Secret, typed, clock.GetUtcNow(), state.LastStep) is { } step)
        {
            await box.WriteAsync(db, user.Id, state with { LastStep = step }, cancellationToken);
            return true;
        }

        var hash = RecoveryCodes.Hash(typed);
        if (!state.Codes.Contains(hash))
        {
            return false;
        }

        await box.WriteAsync(db, user.Id, state with { Codes = [.. state.Codes.Where(left => left != hash)] }, cancellationToken);
        await audit.AppendAsync(db, new UserActor(user.Id, user.Email ?? ""), "user.recovery-code", $"user:{user.Id:N}", ["recoveryCodes"], cancellationToken);
        return true;
    }
}

using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Checks e-mail and password by one rule and one text for unknown, wrong, locked and disabled alike, each costing one
/// hash, so that nobody learns which accounts exist. Five wrong tries lock an account for five minutes.
/// </summary>
public sealed class PasswordSignIn(
    UserManager<AppUser> users, IPasswordHasher<AppUser> hasher, ILogger<PasswordSignIn> log)
{
    /// <summary>The only thing a refused sign-in is told.</summary>
    public const string Refusal =
        "The e-mail or the password is wrong, or the account is locked. After five wrong tries it opens again in five minutes.";

    /// <summary>Of each hasher one hash that nobody has the password of. The program has one hasher, so it is made once.</summary>
    private static readonly ConditionalWeakTable<IPasswordHasher<AppUser>, string> Nobodies = [];

    /// <returns>The user to sign in, after a code where <c>TwoFactorEnabled</c> says so; or null: show <see cref="Refusal"/>.</returns>
    public async Task<AppUser?> CheckAsync(string? email, string? password)
    {
        var user = string.IsNullOrWhiteSpace(email) ? null : await users.FindByEmailAsync(email.Trim());
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
        {
            hasher.VerifyHashedPassword(new AppUser(), DummyHash(), password ?? "");
            AccessLog.SignInRefused(log, user?.Id, user switch { null => "unknown", { PasswordHash: null } => "invited", _ => "locked out" });
            return null;
        }

        if (!await users.CheckPasswordAsync(user, password ?? ""))
        {
            await users.AccessFailedAsync(user);
            AccessLog.SignInRefused(log, user.Id, "wrong password");
            return null;
        }

        if (user.DisabledAt is not null)
        {
            AccessLog.SignInRefused(log, user.Id, "disabled");
            return null;
        }

        // Where a code is asked for next, wrong codes count on: a right password in between must not give five new tries.
        if (!user.TwoFactorEnabled && user.AccessFailedCount > 0)
        {
            await users.ResetAccessFailedCountAsync(user);
        }

        return user;
    }

    private string DummyHash() => Nobodies.GetValue(hasher, own => own.HashPassword(new AppUser(), "nobody's password"));
}

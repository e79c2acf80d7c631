using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Checks e-mail and password by one rule and one text for unknown, wrong, locked and disabled alike, each costing one
/// hash, so that nobody learns which accounts exist. Five wrong tries lock an account for five minutes.
/// </summary>
public sealed class PasswordSignIn(
    UserManager<AppUser> users, SignInManager<AppUser> signIn, IPasswordHasher<AppUser> hasher, ILogger<PasswordSignIn> log)
{
    /// <summary>The only thing a refused sign-in is told.</summary>
    public const string Refusal =
        "The e-mail or the password is wrong, or the account is locked. After five wrong tries it opens again in five minutes.";

    private static readonly Lock DummyGate = new();
    private static string? dummyHash;

    /// <returns>The user to sign in, or null: show <see cref="Refusal"/>.</returns>
    public async Task<AppUser?> CheckAsync(string? email, string? password)
    {
        var user = string.IsNullOrWhiteSpace(email) ? null : await users.FindByEmailAsync(email.Trim());
        if (user is null || await users.IsLockedOutAsync(user))
        {
            hasher.VerifyHashedPassword(new AppUser(), DummyHash(), password ?? "");
            AccessLog.SignInRefused(log, user?.Id, user is null ? "unknown" : "locked out");
            return null;
        }

        var result = await signIn.CheckPasswordSignInAsync(user, password ?? "", lockoutOnFailure: true);
        if (!result.Succeeded || user.DisabledAt is not null)
        {
            AccessLog.SignInRefused(log, user.Id, result.Succeeded ? "disabled" : "wrong password");
            return null;
        }

        return user;
    }

    private string DummyHash()
    {
        lock (DummyGate)
        {
            return dummyHash ??= hasher.HashPassword(new AppUser(), "nobody's password");
        }
    }
}

using ApiAdmin.Core.Access;
using ApiAdmin.Web.Operations;
using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Web.Access;

/// <summary>
/// Signs a person in by e-mail and password. Unknown, wrong, locked and switched off look and take the same, so that
/// nobody learns from here which addresses have an account.
/// </summary>
public sealed class PasswordSignIn(SignInManager<AppUser> signIn, IPasswordHasher<AppUser> hasher, ILogger<PasswordSignIn> logger)
{
    private const int LongestPassword = 1_000;

    // A hash of the usual cost that no password fits, checked when there is no account to check.
    private static string? nobodysHash;

    public async Task<bool> TryAsync(string? email, string? password)
    {
        if (string.IsNullOrWhiteSpace(email) || string.IsNullOrEmpty(password) || password.Length > LongestPassword)
        {
            return false;
        }

        var user = await signIn.UserManager.FindByNameAsync(email.Trim());
        if (user is null || user.DisabledAt is not null || await signIn.UserManager.IsLockedOutAsync(user))
        {
            SpendTheSameTime(password);
            AccessLog.SignInRefused(logger, LogText.Safe(email));
            return false;
        }

        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            AccessLog.SignInRefused(logger, LogText.Safe(email));
            return false;
        }

        AccessLog.SignedIn(logger, user.Id);
        return true;
    }

    private void SpendTheSameTime(string password)
    {
        var nobody = new AppUser();
        nobodysHash ??= hasher.HashPassword(nobody, Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32)));
        hasher.VerifyHashedPassword(nobody, nobodysHash, password);
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace ApiAdmin.Core.Access;

/// <summary>What a password must be: long and not guessable; no rules about which characters (ASVS 6.2.1, 6.2.4, 6.2.5).</summary>
internal sealed class PasswordPolicy : IPasswordValidator<AppUser>
{
    public const int Shortest = 12;
    public const int Longest = 256;

    private const string Product = "apiadmin";
    private const int ShortestNamePart = 4;

    public static IEnumerable<Finding> Check(string password, string email)
    {
        if (password.Length < Shortest)
        {
            yield return new Finding("password", FindingCodes.OutOfRange,
                string.Create(CultureInfo.InvariantCulture, $"The password has {password.Length} characters; use at least {Shortest}. A few words in a row are easy to keep."));
        }
        else if (password.Length > Longest)
        {
            yield return new Finding("password", FindingCodes.TooLong,
                string.Create(CultureInfo.InvariantCulture, $"The password is longer than {Longest} characters. Use a shorter one."));
        }
        else if (CommonPasswords.Contains(password))
        {
            yield return new Finding("password", FindingCodes.Unsafe, "This password is among those that are guessed first. Use another, such as a few unrelated words.");
        }

        var name = email.Split('@')[0];
        if (Holds(password, Product) || (name.Length >= ShortestNamePart && Holds(password, name)))
        {
            yield return new Finding("password", FindingCodes.Unsafe, "The password holds the product's name or the e-mail's, which are guessed first. Use another.");
        }
    }

    public Task<IdentityResult> ValidateAsync(UserManager<AppUser> manager, AppUser user, string? password)
    {
        var errors = Check(password ?? "", user.Email ?? "")
            .Select(finding => new IdentityError { Code = finding.Code, Description = finding.Message }).ToArray();
        return Task.FromResult(errors.Length == 0 ? IdentityResult.Success : IdentityResult.Failed(errors));
    }

    private static bool Holds(string password, string part) => password.Contains(part, StringComparison.OrdinalIgnoreCase);
}

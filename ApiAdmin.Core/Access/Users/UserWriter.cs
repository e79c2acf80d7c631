using System.Security.Cryptography;
using ApiAdmin.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>Makes users inside a caller's transaction, so that change and audit stand or fall together.</summary>
public sealed class UserWriter(IPasswordHasher<AppUser> hasher, ILookupNormalizer normalizer, TimeProvider clock)
{
    private const int LongestEmail = 254;
    private const int LongestName = 100;

    /// <summary>All that is wrong with it, before anything is read.</summary>
    /// <exception cref="InvalidException">With every finding.</exception>
    internal static void Check(NewUser user) =>
        Demand([.. CheckEmail(user.Email), .. PasswordPolicy.Check(user.Password, user.Email), .. CheckName(user.DisplayName), .. CheckRole(user.Role)]);

    /// <summary>The same of somebody who will choose the password later.</summary>
    internal static void Check(Invitation invitation) =>
        Demand([.. CheckEmail(invitation.Email), .. CheckName(invitation.DisplayName), .. CheckRole(invitation.Role)]);

    internal static void Demand(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            throw new InvalidException(findings);
        }
    }

    internal static IEnumerable<Finding> CheckName(string name)
    {
        if (name.Length > LongestName || name.Any(char.IsControl))
        {
            yield return new Finding("displayName", FindingCodes.TooLong, "The name must be one line of at most 100 characters.");
        }
    }

    internal static IEnumerable<Finding> CheckRole(Role role)
    {
        if (!Enum.IsDefined(role))
        {
            yield return new Finding("role", FindingCodes.UnknownValue, $"The role must be one of {string.Join(", ", Enum.GetNames<Role>())}.");
        }
    }

    /// <summary>Adds the user, not saved yet. Hashing takes a tenth of a second, so it comes before the write lock: see <paramref name="passwordHash"/>.</summary>
    /// <exception cref="TakenException">Somebody has that e-mail.</exception>
    /// <param name="passwordHash">Null for somebody who is invited and has none yet.</param>
    internal async Task<AppUser> AddAsync(AppDbContext db, NewUser user, string? passwordHash, CancellationToken cancellationToken)
    {
        var normalized = normalizer.NormalizeEmail(user.Email);
        if (await db.Users.AnyAsync(row => row.NormalizedEmail == normalized, cancellationToken))
        {
            const string Message = "Somebody has this e-mail already. Give another, or change that user.";
            throw new TakenException(Message, [new Finding("email", FindingCodes.Taken, Message)]);
        }

        var now = clock.GetUtcNow();
        var row = new AppUser
        {
            Id = Guid.CreateVersion7(now), UserName = user.Email, NormalizedUserName = normalizer.NormalizeName(user.Email),
            Email = user.Email, NormalizedEmail = normalized, EmailConfirmed = true, Role = user.Role, CreatedAt = now,
            DisplayName = string.IsNullOrWhiteSpace(user.DisplayName) ? user.Email : user.DisplayName.Trim(),
            PasswordHash = passwordHash, SecurityStamp = NewStamp(), LockoutEnabled = true,
        };
        db.Users.Add(row);
        return row;
    }

    internal string Hash(string password) => hasher.HashPassword(new AppUser(), password);

    /// <summary>A new one ends every session of the user at its next check.</summary>
    internal static string NewStamp() => Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    private static IEnumerable<Finding> CheckEmail(string email)
    {
        var at = email.IndexOf('@', StringComparison.Ordinal);
        if (email.Length > LongestEmail || at < 1 || at == email.Length - 1 || at != email.LastIndexOf('@')
            || email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            yield return new Finding("email", FindingCodes.Malformed, "This is no e-mail address. Write it as name@example.com.");
        }
    }
}

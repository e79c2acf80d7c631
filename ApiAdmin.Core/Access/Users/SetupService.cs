using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Makes the first administrator for whoever sees the console: while there is no user, a token printed at start opens
/// <c>/setup</c> once. The first user, however made, closes it for good.
/// </summary>
public sealed class SetupService(IDbContextFactory<AppDbContext> contexts, UserWriter writer, UserChanges changes)
{
    private readonly string token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The token to print; null once there is a user.</summary>
    public async Task<string?> TokenAsync(CancellationToken cancellationToken) =>
        await IsOpenAsync(cancellationToken) ? token : null;

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return !await db.Users.AnyAsync(cancellationToken);
    }

    /// <summary>Whether <paramref name="candidate"/> is this start's token, in a time that does not tell how much of it is right.</summary>
    public bool IsToken(string? candidate) => CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(candidate ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <param name="user">Its role is made administrator whatever it says.</param>
    /// <exception cref="AccessDeniedException">Another token, or there is a user already; of two at once, one gets this.</exception>
    public async Task<UserInfo> CreateFirstAdministratorAsync(string? candidate, NewUser user, CancellationToken cancellationToken)
    {
        if (!IsToken(candidate))
        {
            throw new AccessDeniedException("This link is not the one the program printed when it last started. Use the newest one on its console.");
        }

        var administrator = user with { Role = Role.Administrator };
        UserWriter.Check(administrator);
        var hash = writer.Hash(administrator.Password);
        AppUser? made = null;
        await changes.RunAsync(new HostActor("setup"), "setup.complete", ["email", "displayName", "role", "password"], async db =>
            made = await db.Users.AnyAsync(cancellationToken)
                ? throw new AccessDeniedException("Setup is closed: there is a user already. Sign in, or ask an administrator.")
                : await writer.AddAsync(db, administrator, hash, cancellationToken), cancellationToken);
        return UserService.Info(made!);
    }
}

using ApiAdmin.Core.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>What is kept of a person in the framework's table for tokens: one text of each name.</summary>
internal static class UserTokens
{
    public const string Provider = "apiadmin";
    public const string Link = "password-link";
    public const string SecondFactor = "second-factor";

    public static Task<IdentityUserToken<Guid>?> FindAsync(AppDbContext db, Guid userId, string name, CancellationToken cancellationToken) =>
        db.UserTokens.SingleOrDefaultAsync(
            token => token.UserId == userId && token.LoginProvider == Provider && token.Name == name, cancellationToken);

    /// <summary>In the place of what was there; the caller saves.</summary>
    public static async Task PutAsync(AppDbContext db, Guid userId, string name, string value, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, userId, name, cancellationToken) is { } token)
        {
            token.Value = value;
            return;
        }

        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = userId, LoginProvider = Provider, Name = name, Value = value });
    }

    public static async Task RemoveAsync(AppDbContext db, Guid userId, string name, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, userId, name, cancellationToken) is { } token)
        {
            db.Remove(token);
        }
    }
}

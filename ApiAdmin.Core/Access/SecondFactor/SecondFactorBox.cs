using System.Security.Cryptography;
using System.Text.Json;
using ApiAdmin.Core.Data;
using Microsoft.AspNetCore.DataProtection;

namespace ApiAdmin.Core.Access;

/// <summary>Seals a person's second step for its row. The sealing is bound to the person: moved to another's row it does not open.</summary>
public sealed class SecondFactorBox(IDataProtectionProvider protection)
{
    /// <summary>Null when there is none, or its row was changed outside ApiAdmin: then no code is right until it is reset.</summary>
    internal async Task<SecondFactorState?> ReadAsync(AppDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        if (await UserTokens.FindAsync(db, userId, UserTokens.SecondFactor, cancellationToken) is not { Value: { } value })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<SecondFactorState>(Protector(userId).Unprotect(value));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal Task WriteAsync(AppDbContext db, Guid userId, SecondFactorState state, CancellationToken cancellationToken) =>
        UserTokens.PutAsync(db, userId, UserTokens.SecondFactor, Protector(userId).Protect(JsonSerializer.Serialize(state)), cancellationToken);

    /// <summary>Switches it off and ends the sessions.</summary>
    internal static async Task RemoveAsync(AppDbContext db, AppUser user, CancellationToken cancellationToken)
    {
        await UserTokens.RemoveAsync(db, user.Id, UserTokens.SecondFactor, cancellationToken);
        (user.TwoFactorEnabled, user.SecurityStamp) = (false, UserWriter.NewStamp());
    }

    private IDataProtector Protector(Guid userId) => protection.CreateProtector("ApiAdmin.SecondFactor", userId.ToString("N"));
}

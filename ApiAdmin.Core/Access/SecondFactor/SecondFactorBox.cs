using System.Security.Cryptography;
using System.Text.Json;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Seals a person's second step for its row, by a key of its own. The sealing is bound to the person: moved to another's
/// row it does not open.
/// </summary>
public sealed class SecondFactorBox(KeyRing keys)
{
    private const char Between = '.';

    /// <summary>Null when there is none, or its row was changed outside ApiAdmin: then no code is right until it is reset.</summary>
    internal async Task<SecondFactorState?> ReadAsync(AppDbContext db, Guid userId, CancellationToken cancellationToken)
    {
        if (await UserTokens.FindAsync(db, userId, UserTokens.SecondFactor, cancellationToken) is not { Value: { } value })
        {
            return null;
        }

        try
        {
            byte[] Part(int at) => Convert.FromBase64String(value.Split(Between)[at]);
            var plain = new Envelope(Part(2), Part(0), Part(1)).Open(keys.SecondFactors, Place(userId));
            return JsonSerializer.Deserialize<SecondFactorState>(plain);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal Task WriteAsync(AppDbContext db, Guid userId, SecondFactorState state, CancellationToken cancellationToken)
    {
        var (ciphertext, nonce, tag) = Envelope.Seal(keys.SecondFactors, JsonSerializer.SerializeToUtf8Bytes(state), Place(userId));
        var value = string.Join(Between, new[] { nonce, tag, ciphertext }.Select(Convert.ToBase64String));
        return UserTokens.PutAsync(db, userId, UserTokens.SecondFactor, value, cancellationToken);
    }

    /// <summary>Switches it off and ends the sessions.</summary>
    internal static async Task RemoveAsync(AppDbContext db, AppUser user, CancellationToken cancellationToken)
    {
        await UserTokens.RemoveAsync(db, user.Id, UserTokens.SecondFactor, cancellationToken);
        (user.TwoFactorEnabled, user.SecurityStamp) = (false, UserWriter.NewStamp());
    }

    private static string Place(Guid userId) => $"user_tokens|{userId:N}|{UserTokens.SecondFactor}";
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ApiAdmin.Core.Access;

/// <summary>Time-based one-time passwords, RFC 6238, as every authenticator app makes them: SHA-1, 30 seconds, six digits.</summary>
internal static class Totp
{
    public const int Digits = 6;

    private const int Modulus = 1_000_000;
    private const int SecretBytes = 20;
    private const int StepSeconds = 30;

    /// <summary>A clock may be half a minute or so off, either way.</summary>
    private const int Drift = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // The one hash that authenticator apps agree on; as an HMAC it is sound.
        var hash = HMACSHA1.HashData(secret, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, near to now and later than <paramref name="after"/>, or null.</summary>
    /// <param name="after">The last step that let somebody in: a code counts once, and none before it any more.</param>
    public static long? Match(byte[] secret, string code, DateTimeOffset now, long after)
    {
        var given = Encoding.UTF8.GetBytes(code);
        var current = now.ToUnixTimeSeconds() / StepSeconds;
        long? match = null;
        for (var step = current - Drift; step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Code(secret, step)), given) && step > after)
            {
                match = step;
            }
        }

        return match;
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;

namespace ApiAdmin.Core.Access;

/// <summary>A one-time link as stored: only the hash of its token, and its end.</summary>
internal sealed record StoredLink(byte[] Hash, DateTimeOffset EndsAt)
{
    private const int IdBytes = 16;
    private const int SecretBytes = 32;

    /// <summary>The token begins with the person's id, by which its row is found; the rest is random.</summary>
    public static string NewToken(Guid userId) =>
        Base64Url.EncodeToString([.. userId.ToByteArray(), .. RandomNumberGenerator.GetBytes(SecretBytes)]);

    public static bool TryRead(string? token, out Guid userId, out byte[] hash)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        (userId, hash) = (Guid.Empty, []);
        if (token is null || token.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.IsValid(token, out var length) || length != bytes.Length)
        {
            return false;
        }

        Base64Url.DecodeFromChars(token, bytes);
        (userId, hash) = (new Guid(bytes[..IdBytes]), SHA256.HashData(bytes));
        return true;
    }

    public static StoredLink Parse(string text)
    {
        var parts = text.Split(' ');
        return new StoredLink(Convert.FromHexString(parts[0]), DateTimeOffset.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public override string ToString() => $"{Convert.ToHexString(Hash)} {EndsAt.ToString("O", CultureInfo.InvariantCulture)}";
}

using System.Security.Cryptography;
using System.Text;

namespace ApiAdmin.Core.Access;

/// <summary>AES-256-GCM with a random 12-byte nonce, bound to the place where the ciphertext stands.</summary>
internal sealed record Envelope(byte[] Ciphertext, byte[] Nonce, byte[] Tag)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <param name="place">Table, row and field: a ciphertext moved elsewhere does not open.</param>
    public static Envelope Seal(ReadOnlySpan<byte> key, ReadOnlySpan<byte> plain, string place)
    {
        var nonce = RandomNumberGenerator.GetBytes(NonceBytes);
        var ciphertext = new byte[plain.Length];
        var tag = new byte[TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Encrypt(nonce, plain, ciphertext, tag, Encoding.UTF8.GetBytes(place));
        return new Envelope(ciphertext, nonce, tag);
    }

    /// <exception cref="CryptographicException">Another key, another place, or changed bytes.</exception>
    public byte[] Open(ReadOnlySpan<byte> key, string place)
    {
        var plain = new byte[Ciphertext.Length];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(Nonce, Ciphertext, Tag, plain, Encoding.UTF8.GetBytes(place));
        return plain;
    }
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ApiAdmin.Core.Access;

/// <summary>One of the deployment's data keys as the database keeps it: sealed by the key file's key, whose id it names.</summary>
internal sealed record WrappedKey(string Id, string MasterId, byte[] Ciphertext, byte[] Nonce, byte[] Tag)
{
    /// <summary>The row of <c>settings</c>.</summary>
    public const string Setting = "data-key";

    /// <summary>A new random data key.</summary>
    public static WrappedKey Create(byte[] masterKey)
    {
        var dataKey = RandomNumberGenerator.GetBytes(KeyFile.KeyBytes);
        var wrapped = Wrap(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4)), dataKey, masterKey);
        CryptographicOperations.ZeroMemory(dataKey);
        return wrapped;
    }

    public static WrappedKey Wrap(string id, ReadOnlySpan<byte> dataKey, byte[] masterKey)
    {
        var (ciphertext, nonce, tag) = Envelope.Seal(Derive(masterKey, "wrap"), dataKey, Place(id));
        return new WrappedKey(id, IdOf(masterKey), ciphertext, nonce, tag);
    }

    public static WrappedKey Parse(string json) =>
        JsonSerializer.Deserialize<WrappedKey>(json) ?? throw new JsonException("The setting data-key is empty.");

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <exception cref="CryptographicException">Sealed by none of these keys.</exception>
    public byte[] Unwrap(IReadOnlyList<byte[]> masterKeys) => masterKeys.FirstOrDefault(key => IdOf(key) == MasterId) is { } masterKey
        ? new Envelope(Ciphertext, Nonce, Tag).Open(Derive(masterKey, "wrap"), Place(Id))
        : throw new CryptographicException("The key is sealed by another one.");

    /// <summary>Tells keys apart without telling anything of them.</summary>
    public static string IdOf(byte[] masterKey) => Convert.ToHexStringLower(Derive(masterKey, "id").AsSpan(0, 8));

    /// <summary>One key per purpose out of one secret, so that none of them gives away another (HKDF-SHA-256).</summary>
    public static byte[] Derive(byte[] key, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyFile.KeyBytes, info: Encoding.ASCII.GetBytes($"apiadmin/1 {purpose}"));

    private static string Place(string id) => $"settings|{Setting}|{id}";
}

using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace ApiAdmin.Core.Access;

/// <summary>
/// The text of an API key: <c>aa_&lt;id&gt;_&lt;secret&gt;_&lt;check&gt;</c>. The id finds its row, the secret has 256 random bits, the check
/// digits (CRC-32C of what stands before) turn a mistyped or cut key away before the database is asked.
/// </summary>
internal static class ApiKeyText
{
    private const string Marker = "aa";
    private const int IdBytes = 6;
    private const int SecretBytes = 32;
    private const int Longest = 200;

    public static (string Text, string Id) Create()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var body = $"{Marker}_{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return ($"{body}_{Check(body)}", id);
    }

    /// <summary>A plain hash is enough: nobody guesses 256 random bits (ASVS 6.5.2).</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));

    /// <summary>Whether it is the key of this hash, in a time that tells nothing of where they differ.</summary>
    public static bool Matches(string text, byte[] hash)
    {
        Span<byte> bytes = stackalloc byte[Longest];
        Span<byte> own = stackalloc byte[SHA256.HashSizeInBytes];
        return text.Length <= Longest && Encoding.ASCII.GetBytes(text, bytes) is var count
            && SHA256.HashData(bytes[..count], own) == own.Length && CryptographicOperations.FixedTimeEquals(own, hash);
    }

    public static bool TryReadId(string text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        Span<Range> parts = stackalloc Range[5];
        var all = text.AsSpan();
        if (text.Length > Longest || all.Split(parts, '_') != 4 || all[parts[0]] is not Marker || all[parts[1]].Length != IdBytes * 2
            || all[parts[2]].Length != SecretBytes * 2 || !all[parts[3]].SequenceEqual(Check(all[..all.LastIndexOf('_')])))
        {
            return false;
        }

        id = text[parts[1]];
        return true;
    }

    private static string Check(ReadOnlySpan<char> body)
    {
        var crc = uint.MaxValue;
        foreach (var c in body)
        {
            crc = BitOperations.Crc32C(crc, (ushort)c);
        }

        return (~crc).ToString("x8", CultureInfo.InvariantCulture);
    }
}

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

    public static (string Text, string Id) Create()
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var body = $"{Marker}_{id}_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes))}";
        return ($"{body}_{Check(body)}", id);
    }

    /// <summary>A plain hash is enough: nobody guesses 256 random bits (ASVS 6.5.2).</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.ASCII.GetBytes(text));

    public static bool TryReadId(string text, [NotNullWhen(true)] out string? id)
    {
        id = null;
        var parts = text.Length < 200 ? text.Split('_') : [];
        if (parts is not [Marker, { Length: IdBytes * 2 }, { Length: SecretBytes * 2 }, _]
            || Check(text[..text.LastIndexOf('_')]) != parts[3])
        {
            return false;
        }

        id = parts[1];
        return true;
    }

    private static string Check(string body)
    {
        var crc = uint.MaxValue;
        foreach (var c in body)
        {
            crc = BitOperations.Crc32C(crc, (ushort)c);
        }

        return (~crc).ToString("x8", CultureInfo.InvariantCulture);
    }
}

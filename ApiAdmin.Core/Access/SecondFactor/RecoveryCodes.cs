using System.Security.Cryptography;
using System.Text;

namespace ApiAdmin.Core.Access;

/// <summary>Ten codes for the day the device is lost, each good once: 80 random bits, stored as hashes inside the sealed state.</summary>
internal static class RecoveryCodes
{
    public const int Count = 10;

    private const int Bytes = 10;

    public static IReadOnlyList<string> Create() => [.. Enumerable.Range(0, Count)
        .Select(_ => Base32.Grouped(Base32.Encode(RandomNumberGenerator.GetBytes(Bytes)), '-').ToLowerInvariant())];

    /// <summary>However it was typed: with or without the dashes, in any case.</summary>
    public static string Hash(string code) => Convert.ToHexString(SHA256.HashData(
        Encoding.UTF8.GetBytes(new string([.. code.Where(c => c is not ('-' or ' '))]).ToUpperInvariant())));
}

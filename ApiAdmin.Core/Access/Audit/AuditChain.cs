using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Access;

/// <summary>
/// The arithmetic of the audit chain: a row's hash is HMAC-SHA-256 over the previous row's hash and the row as canonical
/// JSON, so that no row can be changed, taken out, put in or moved without the key.
/// </summary>
internal static class AuditChain
{
    /// <summary>What stands before the first row.</summary>
    public static byte[] Genesis { get; } = new byte[HMACSHA256.HashSizeInBytes];

    public static byte[] Hash(byte[] key, AuditRow row)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        buffer.Write(row.PreviousHash);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("sequence", row.Sequence);
            json.WriteNumber("at", Micros(row.At));
            json.WriteString("actorId", row.ActorId);
            json.WriteString("actorName", row.ActorName);
            json.WriteString("action", row.Action);
            json.WriteString("subject", row.Subject);
            json.WriteString("fields", row.Fields);
            json.WriteEndObject();
        }

        return HMACSHA256.HashData(key, buffer.WrittenSpan);
    }

    /// <summary>What is wrong with <paramref name="row"/> after <paramref name="previous"/>; null when nothing is.</summary>
    public static string? Fault(byte[] key, AuditRow row, AuditRow? previous)
    {
        var expected = (previous?.Sequence ?? 0) + 1;
        if (row.Sequence != expected)
        {
            return $"row {expected} is missing: after {expected - 1} comes {row.Sequence}";
        }

        if (!row.PreviousHash.AsSpan().SequenceEqual(previous?.Hash ?? Genesis))
        {
            return $"row {row.Sequence} does not follow the row before it";
        }

        return row.Hash.AsSpan().SequenceEqual(Hash(key, row)) ? null : $"row {row.Sequence} was changed";
    }

    private static long Micros(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerMicrosecond;
}

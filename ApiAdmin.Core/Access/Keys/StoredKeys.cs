using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ApiAdmin.Core.Access;

/// <summary>
/// The data keys as the database keeps them, in one row so that they change in one step: the root, which audit and data
/// protection hang on for ever, and the keys of secrets since the first rewrap, newest first.
/// </summary>
internal sealed record StoredKeys(WrappedKey Root)
{
    /// <summary>The row of <c>settings</c>.</summary>
    public const string Setting = WrappedKey.Setting;

    public IReadOnlyList<WrappedKey> Secrets { get; init; } = [];

    /// <summary>The one that new values are sealed with; before the first rewrap that is the root.</summary>
    [JsonIgnore]
    public WrappedKey Current => Secrets.Count > 0 ? Secrets[0] : Root;

    [JsonIgnore]
    public IEnumerable<WrappedKey> All => Secrets.Append(Root);

    /// <summary>Also reads the row as it was when there was only the root.</summary>
    public static StoredKeys Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(nameof(Root), out _)
            ? JsonSerializer.Deserialize<StoredKeys>(json)!
            : new StoredKeys(WrappedKey.Parse(json));
    }

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The same data keys, sealed by another key of the file.</summary>
    /// <exception cref="CryptographicException">None of <paramref name="from"/> opens them.</exception>
    public StoredKeys Rewrapped(IReadOnlyList<byte[]> from, byte[] to) => new(Again(Root, from, to))
    {
        Secrets = [.. Secrets.Select(key => Again(key, from, to))],
    };

    private static WrappedKey Again(WrappedKey key, IReadOnlyList<byte[]> from, byte[] to)
    {
        var dataKey = key.Unwrap(from);
        var again = WrappedKey.Wrap(key.Id, dataKey, to);
        CryptographicOperations.ZeroMemory(dataKey);
        return again;
    }
}

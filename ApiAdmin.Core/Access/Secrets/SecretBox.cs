using System.Security.Cryptography;
using System.Text;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Core.Access;

/// <summary>A stored secret cannot be opened: its row was changed or moved outside ApiAdmin.</summary>
public sealed class SecretUnreadableException(string name) : ProblemException(
    "secret-unreadable", $"The secret {name} cannot be opened: its row was changed outside ApiAdmin. Set its value again.");

/// <summary>Between a secret's value and its row.</summary>
public sealed class SecretBox(KeyRing keys)
{
    /// <param name="db">With the write transaction that will store the row.</param>
    internal async Task SealAsync(AppDbContext db, SecretRow row, string value, CancellationToken cancellationToken)
    {
        var key = await keys.ForSealingAsync(db, cancellationToken);
        var plain = Encoding.UTF8.GetBytes(value);
        (row.Ciphertext, row.Nonce, row.Tag) = Envelope.Seal(key.Key, plain, Place(row.Name));
        row.KeyId = key.Id;
        CryptographicOperations.ZeroMemory(plain);
    }

    /// <exception cref="SecretUnreadableException">Another row's ciphertext, changed bytes, or another key's.</exception>
    internal async Task<string> OpenAsync(AppDbContext db, SecretRow row, CancellationToken cancellationToken)
    {
        var key = await keys.FindAsync(db, row.KeyId, cancellationToken) ?? throw new SecretUnreadableException(row.Name);
        try
        {
            var plain = new Envelope(row.Ciphertext, row.Nonce, row.Tag).Open(key, Place(row.Name));
            var value = Encoding.UTF8.GetString(plain);
            CryptographicOperations.ZeroMemory(plain);
            return value;
        }
        catch (CryptographicException)
        {
            throw new SecretUnreadableException(row.Name);
        }
    }

    private static string Place(string name) => $"secrets|{name}|value";
}

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
    internal void Seal(SecretRow row, string value)
    {
        var plain = Encoding.UTF8.GetBytes(value);
        (row.Ciphertext, row.Nonce, row.Tag) = Envelope.Seal(keys.Secrets, plain, Place(row.Name));
        row.KeyId = keys.Id;
        CryptographicOperations.ZeroMemory(plain);
    }

    /// <exception cref="SecretUnreadableException">Another row's ciphertext, changed bytes, or another key's.</exception>
    internal string Open(SecretRow row)
    {
        try
        {
            var plain = row.KeyId == keys.Id
                ? new Envelope(row.Ciphertext, row.Nonce, row.Tag).Open(keys.Secrets, Place(row.Name))
                : throw new SecretUnreadableException(row.Name);
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

using System.Security.Cryptography;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>
/// The deployment's keys, opened at start: a random data key, wrapped in the database by the key file's key, and one key
/// per purpose derived from it.
/// </summary>
public sealed class KeyRing(KeyFile file) : IStartStep
{
    private Keys? keys;

    /// <summary>Names the data key in each row that it sealed.</summary>
    internal string Id => Current.Id;

    internal byte[] Secrets => Current.Secrets;

    internal byte[] Audit => Current.Audit;

    internal byte[] DataProtection => Current.DataProtection;

    private Keys Current => keys ?? throw new InvalidOperationException("DatabaseInitializer has not run: the keys are not open.");

    public async Task RunAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var setting = await db.Settings.SingleOrDefaultAsync(row => row.Name == WrappedKey.Setting, cancellationToken);
        keys = setting is null ? await CreateAsync(db, cancellationToken) : Open(WrappedKey.Parse(setting.Value));
    }

    private async Task<Keys> CreateAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var masterKey = file.Exists ? file.Read() : file.Create();
        var dataKey = RandomNumberGenerator.GetBytes(KeyFile.KeyBytes);
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        db.Settings.Add(new SettingRow { Name = WrappedKey.Setting, Value = WrappedKey.Wrap(id, dataKey, masterKey).ToJson() });
        await db.SaveChangesAsync(cancellationToken);
        CryptographicOperations.ZeroMemory(masterKey);
        return Derived(id, dataKey);
    }

    private Keys Open(WrappedKey wrapped)
    {
        if (!file.Exists)
        {
            throw new StartRefusedException(
                $"The key file {file.Path} is missing, but the database holds secrets sealed with it. Put it back, or name it by "
                + "Secrets:KeyFile. Without it the stored secrets cannot be read by anybody.");
        }

        var masterKey = file.Read();
        try
        {
            return Derived(wrapped.Id, wrapped.Unwrap(masterKey));
        }
        catch (CryptographicException)
        {
            throw new StartRefusedException(
                $"The key file {file.Path} (key {WrappedKey.IdOf(masterKey)}) is not the one this database was sealed with "
                + $"(key {wrapped.MasterId}). Put the right one back, or name it by Secrets:KeyFile.");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(masterKey);
        }
    }

    private static Keys Derived(string id, byte[] dataKey)
    {
        var derived = new Keys(
            id, WrappedKey.Derive(dataKey, "secrets"), WrappedKey.Derive(dataKey, "audit"), WrappedKey.Derive(dataKey, "data protection"));
        CryptographicOperations.ZeroMemory(dataKey);
        return derived;
    }

    private sealed record Keys(string Id, byte[] Secrets, byte[] Audit, byte[] DataProtection);
}

using System.Collections.Frozen;
using System.Security.Cryptography;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>
/// The deployment's keys, opened at start: random data keys, wrapped in the database by a key of the key file, and one key
/// per purpose derived from them. A key made meanwhile by another process's rewrap is fetched when its id is first met.
/// </summary>
public sealed class KeyRing(KeyFile file) : IStartStep
{
    private volatile Keys? keys;

    internal byte[] Audit => Current.Audit;

    internal byte[] SecondFactors => Current.SecondFactors;

    internal byte[] DataProtection => Current.DataProtection;

    private Keys Current => keys ?? throw new InvalidOperationException("DatabaseInitializer has not run: the keys are not open.");

    public async Task RunAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        if (await ReadAsync(db, cancellationToken) is not { } stored)
        {
            keys = await CreateAsync(db, cancellationToken);
            return;
        }

        try
        {
            keys = Open(stored);
        }
        catch (StartRefusedException)
        {
            // Between the two reads a whole rewrap may have passed; then the row is another one now.
            var again = await ReadAsync(db, cancellationToken);
            if (again is null || again.Root.MasterId == stored.Root.MasterId)
            {
                throw;
            }

            keys = Open(again);
        }
    }

    /// <summary>The key to seal secrets with, as the database says in the caller's write transaction: after a rewrap began nothing is sealed by an older one.</summary>
    internal async Task<SecretsKey> ForSealingAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var stored = await ReadAsync(db, cancellationToken) ?? throw new InvalidOperationException("The setting data-key is gone.");
        if (!Current.Secrets.ContainsKey(stored.Current.Id))
        {
            keys = Open(stored);
        }

        return new SecretsKey(stored.Current.Id, Current.Secrets[stored.Current.Id]);
    }

    /// <summary>The key that a row names, or null when there is none of that id.</summary>
    internal async Task<byte[]?> FindAsync(AppDbContext db, string id, CancellationToken cancellationToken)
    {
        if (!Current.Secrets.ContainsKey(id) && await ReadAsync(db, cancellationToken) is { } stored && stored.All.Any(key => key.Id == id))
        {
            keys = Open(stored);
        }

        return Current.Secrets.GetValueOrDefault(id);
    }

    internal static async Task<StoredKeys?> ReadAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Settings.AsNoTracking().SingleOrDefaultAsync(row => row.Name == StoredKeys.Setting, cancellationToken) is { } row
            ? StoredKeys.Parse(row.Value)
            : null;

    private async Task<Keys> CreateAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var masterKey = file.Exists ? file.Read()[0] : file.Create();
        var stored = new StoredKeys(WrappedKey.Create(masterKey));
        db.Settings.Add(new SettingRow { Name = StoredKeys.Setting, Value = stored.ToJson() });
        await db.SaveChangesAsync(cancellationToken);
        CryptographicOperations.ZeroMemory(masterKey);
        return Open(stored);
    }

    private Keys Open(StoredKeys stored)
    {
        if (!file.Exists)
        {
            throw new StartRefusedException(
                $"The key file {file.Path} is missing, but the database holds secrets sealed with it. Put it back, or name it by "
                + "Secrets:KeyFile. Without it the stored secrets cannot be read by anybody.");
        }

        var masterKeys = file.Read();
        try
        {
            var root = stored.Root.Unwrap(masterKeys);
            var secrets = stored.All.ToFrozenDictionary(key => key.Id, key => WrappedKey.Derive(key.Unwrap(masterKeys), "secrets"));
            return new Keys(
                WrappedKey.Derive(root, "audit"), WrappedKey.Derive(root, "data protection"), WrappedKey.Derive(root, "second factors"), secrets);
        }
        catch (CryptographicException)
        {
            throw new StartRefusedException(
                $"The key file {file.Path} (key {WrappedKey.IdOf(masterKeys[0])}) is not the one this database was sealed with "
                + $"(key {stored.Root.MasterId}). Put the right one back, or name it by Secrets:KeyFile.");
        }
        finally
        {
            foreach (var key in masterKeys)
            {
                CryptographicOperations.ZeroMemory(key);
            }
        }
    }

    private sealed record Keys(byte[] Audit, byte[] DataProtection, byte[] SecondFactors, FrozenDictionary<string, byte[]> Secrets);
}

/// <param name="Id">Names the key in each row that it sealed.</param>
internal readonly record struct SecretsKey(string Id, byte[] Key);

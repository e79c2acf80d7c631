using System.Security.Cryptography;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <param name="KeyId">What the rows name now.</param>
/// <param name="Sealed">How many secrets were sealed again.</param>
/// <param name="Unreadable">Secrets that no key opens; they were left as they are, and so was their key.</param>
public sealed record RewrapReport(string KeyId, int Sealed, IReadOnlyList<string> Unreadable);

/// <summary>
/// Changes the key-encryption key and the key of the secrets while the program may be running. 1 a new key joins the key
/// file · 2 in one transaction every data key is wrapped by it, and a new one for secrets counts from then on · 3 the
/// secrets are sealed again by batches · 4 keys that nothing needs any more go, from the database and then from the file.
/// Killed at any point it leaves everything readable, and the next run finishes it.
/// </summary>
public sealed class SecretRewrap(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, KeyFile file, SecretBox box, AuditLog audit)
{
    private const int BatchSize = 100;

    /// <param name="afterBatch">Told how many batches are done, first 0 when the new keys count.</param>
    /// <exception cref="InUseException">Another rewrap is running.</exception>
    [Demands(Operation.ManageKeys)]
    public async Task<RewrapReport> RunAsync(Actor actor, Func<int, Task>? afterBatch, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageKeys, cancellationToken);
        using var alone = file.Lock();
        var old = file.Read();
        byte[][] masterKeys = [RandomNumberGenerator.GetBytes(KeyFile.KeyBytes), .. old];
        file.Replace(masterKeys);

        var keyId = await ChangeAsync(actor, "secrets.rewrap", stored =>
        {
            var rewrapped = stored.Rewrapped(masterKeys, masterKeys[0]);
            return rewrapped with { Secrets = [WrappedKey.Create(masterKeys[0]), .. rewrapped.Secrets] };
        }, cancellationToken);
        await (afterBatch?.Invoke(0) ?? Task.CompletedTask);

        var report = await SealAgainAsync(keyId, afterBatch, cancellationToken);
        await DropAsync(actor, cancellationToken);
        file.Replace([masterKeys[0]]);
        return report;
    }

    private async Task<string> ChangeAsync(Actor actor, string action, Func<StoredKeys, StoredKeys> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var row = await db.Settings.SingleAsync(setting => setting.Name == StoredKeys.Setting, cancellationToken);
        var changed = change(StoredKeys.Parse(row.Value));
        row.Value = changed.ToJson();
        await audit.AppendAsync(db, actor, action, $"key:{changed.Current.Id}", ["key"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return changed.Current.Id;
    }

    private async Task<RewrapReport> SealAgainAsync(string keyId, Func<int, Task>? afterBatch, CancellationToken cancellationToken)
    {
        var (done, unreadable) = (0, new List<string>());
        for (var batch = 1; ; batch++)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using (var transaction = await db.BeginWriteAsync(cancellationToken))
            {
                var rows = await db.Secrets.Where(row => row.KeyId != keyId && !unreadable.Contains(row.Name))
                    .OrderBy(row => row.Name).Take(BatchSize).ToListAsync(cancellationToken);
                if (rows.Count == 0)
                {
                    return new RewrapReport(keyId, done, unreadable);
                }

                foreach (var row in rows)
                {
                    try
                    {
                        await box.SealAsync(db, row, await box.OpenAsync(db, row, cancellationToken), cancellationToken);
                        done++;
                    }
                    catch (SecretUnreadableException)
                    {
                        unreadable.Add(row.Name);
                    }
                }

                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            await (afterBatch?.Invoke(batch) ?? Task.CompletedTask);
        }
    }

    /// <summary>Since the new key counts nothing was sealed by another one, so a key that no row names now is named by none ever again.</summary>
    private async Task DropAsync(Actor actor, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var named = await db.Secrets.Select(row => row.KeyId).Distinct().ToListAsync(cancellationToken);
        await ChangeAsync(actor, "secrets.rewrapped", stored => stored with
        {
            Secrets = [.. stored.Secrets.Where(key => key == stored.Current || named.Contains(key.Id))],
        }, cancellationToken);
    }
}

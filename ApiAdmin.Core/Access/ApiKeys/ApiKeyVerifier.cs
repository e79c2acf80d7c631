using System.Collections.Concurrent;
using System.Security.Cryptography;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Access;

internal sealed class ApiKeyVerifier(
    IDbContextFactory<AppDbContext> contexts, RightsCache cache, TimeProvider clock, ILogger<ApiKeyVerifier> log) : IApiKeyVerifier
{
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Guid, DateTimeOffset> noted = [];

    public async Task<KeyIdentity?> VerifyAsync(string key, CancellationToken cancellationToken)
    {
        if (!ApiKeyText.TryReadId(key, out var id))
        {
            return null;
        }

        var row = await cache.Keys.GetAsync(id, () => ReadAsync(id, cancellationToken));
        var now = clock.GetUtcNow();
        if (row is not { RevokedAt: null } || row.ExpiresAt <= now
            || !CryptographicOperations.FixedTimeEquals(row.Hash, ApiKeyText.Hash(key)))
        {
            return null;
        }

        await NoteUseAsync(row.Id, now, cancellationToken);
        return new KeyIdentity(row.Id, row.Name, row.Scopes.Split(' ').ToValueList(), row.ExpiresAt);
    }

    private async Task<ApiKeyRow?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Prefix == id, cancellationToken);
    }

    private async Task NoteUseAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var last = noted.GetOrAdd(id, DateTimeOffset.MinValue);
        if (now - last < NoteEvery || !noted.TryUpdate(id, now, last))
        {
            return;
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.ApiKeys.Where(row => row.Id == id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A busy or full database must not turn away a caller who only reads.
            AccessLog.LastUseNotNoted(log, id, e);
        }
    }
}

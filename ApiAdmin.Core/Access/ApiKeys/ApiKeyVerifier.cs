using System.Collections.Concurrent;
using ApiAdmin.Core.Data;
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

        var stored = await cache.Keys.GetAsync(id, (Self: this, Id: id), static of => of.Self.ReadAsync(of.Id), cancellationToken);
        var now = clock.GetUtcNow();
        if (stored is not { Row.RevokedAt: null } || stored.Row.ExpiresAt <= now || !ApiKeyText.Matches(key, stored.Row.Hash))
        {
            return null;
        }

        await NoteUseAsync(stored.Row.Id, now, cancellationToken);
        return stored.Identity;
    }

    private async Task<StoredKey?> ReadAsync(string id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(row => row.Prefix == id) is { } row ? StoredKey.Of(row) : null;
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

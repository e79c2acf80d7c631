using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>API keys as administrators manage them. Two live keys of one name are fine: that is how keys are rotated.</summary>
public sealed class ApiKeyService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, RightsCache cache, AuditLog audit, TimeProvider clock)
{
    [Demands(Operation.ManageKeys)]
    public async Task<IReadOnlyList<ApiKeyInfo>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageKeys, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.ApiKeys.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(Info)];
    }

    /// <summary>One page of the keys, as searched and sorted.</summary>
    [Demands(Operation.ManageKeys)]
    public async Task<PagedList<ApiKeyInfo>> ListAsync(Actor actor, ApiKeyListQuery query, CancellationToken cancellationToken) =>
        ApiKeyList.Page(await ListAsync(actor, cancellationToken), query, clock.GetUtcNow());

    [Demands(Operation.ManageKeys)]
    public async Task<CreatedApiKey> CreateAsync(Actor actor, NewApiKey key, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageKeys, cancellationToken);
        ApiKeyRules.Demand(key, clock.GetUtcNow());
        var (row, text) = Make(actor, key);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        db.Add(row);
        await audit.AppendAsync(db, actor, "key.create", Subject(row.Id), ["name", "scopes", "expiresAt"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cache.Forget();
        return new CreatedApiKey(Info(row), text);
    }

    /// <summary>Makes a second live key of the same name and scopes and gives the old one an end.</summary>
    /// <exception cref="InvalidException">The old key has ended, or a time will not do.</exception>
    [Demands(Operation.ManageKeys)]
    public async Task<CreatedApiKey> RotateAsync(Actor actor, Guid id, KeyRotation rotation, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageKeys, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var old = await FindAsync(db, id, cancellationToken);
        ApiKeyRules.Demand(rotation, old, clock.GetUtcNow());
        var (row, text) = Make(actor, new NewApiKey(old.Name, old.Scopes.Split(' ').ToValueList(), rotation.ExpiresAt));
        db.Add(row);
        old.ExpiresAt = rotation.OldEndsAt;
        await audit.AppendAsync(db, actor, "key.rotate", Subject(id), ["expiresAt"], cancellationToken);
        await audit.AppendAsync(db, actor, "key.create", Subject(row.Id), ["name", "scopes", "expiresAt"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cache.Forget();
        return new CreatedApiKey(Info(row), text);
    }

    /// <summary>Ends the key; it is refused within a second everywhere, here at once. Revoking it again changes nothing.</summary>
    [Demands(Operation.ManageKeys)]
    public async Task RevokeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageKeys, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var row = await FindAsync(db, id, cancellationToken);
        if (row.RevokedAt is not null)
        {
            return;
        }

        row.RevokedAt = clock.GetUtcNow();
        await audit.AppendAsync(db, actor, "key.revoke", Subject(id), ["revokedAt"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        cache.Forget();
    }

    private static async Task<ApiKeyRow> FindAsync(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken)
            ?? throw new NotFoundException("There is no such API key. Load the list again.");

    private static string Subject(Guid id) => $"key:{id:N}";

    private static ApiKeyInfo Info(ApiKeyRow row) => new(
        row.Id, row.Name, $"aa_{row.Prefix}", row.Scopes.Split(' ').ToValueList(), row.CreatedAt, row.CreatedBy, row.ExpiresAt,
        row.RevokedAt, row.LastUsedAt);

    private (ApiKeyRow Row, string Text) Make(Actor actor, NewApiKey key)
    {
        var (text, id) = ApiKeyText.Create();
        var now = clock.GetUtcNow();
        var row = new ApiKeyRow
        {
            Id = Guid.CreateVersion7(now), Name = key.Name, Prefix = id, Hash = ApiKeyText.Hash(text),
            Scopes = string.Join(' ', key.Scopes.Distinct().Order(StringComparer.Ordinal)), CreatedAt = now, CreatedBy = actor.Name,
            ExpiresAt = key.ExpiresAt,
        };
        return (row, text);
    }
}

using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>What a new key is to be.</summary>
public sealed record NewApiKey(string Name, ValueList<string> Scopes, DateTimeOffset? ExpiresAt = null);

/// <param name="Text">The key itself: shown this once, stored nowhere.</param>
public sealed record CreatedApiKey(ApiKeyInfo Info, string Text)
{
    public override string ToString() => $"API key {Info.Id}";
}

/// <summary>A key as listed.</summary>
/// <param name="Prefix">How the key begins, to tell which one somebody has.</param>
public sealed record ApiKeyInfo(
    Guid Id, string Name, string Prefix, ValueList<string> Scopes, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);

/// <summary>API keys as administrators manage them. Two live keys of one name are fine: that is how keys are rotated.</summary>
public sealed class ApiKeyService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, RightsCache cache, AuditLog audit, TimeProvider clock)
{
    private const int LongestName = 100;

    [Demands(Operation.ManageKeys)]
    public async Task<IReadOnlyList<ApiKeyInfo>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageKeys, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.ApiKeys.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.CreatedAt).ToListAsync(cancellationToken);
        return [.. rows.Select(Info)];
    }

    [Demands(Operation.ManageKeys)]
    public async Task<CreatedApiKey> CreateAsync(Actor actor, NewApiKey key, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ManageKeys, cancellationToken);
        Check(key);
        var (text, id) = ApiKeyText.Create();
        var now = clock.GetUtcNow();
        var row = new ApiKeyRow
        {
            Id = Guid.CreateVersion7(now), Name = key.Name, Prefix = id, Hash = ApiKeyText.Hash(text),
            Scopes = string.Join(' ', key.Scopes.Distinct().Order(StringComparer.Ordinal)), CreatedAt = now, CreatedBy = actor.Name,
            ExpiresAt = key.ExpiresAt,
        };
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        db.Add(row);
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
        var row = await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken)
            ?? throw new NotFoundException("There is no such API key. Load the list again.");
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

    private static string Subject(Guid id) => $"key:{id:N}";

    private static ApiKeyInfo Info(ApiKeyRow row) => new(
        row.Id, row.Name, $"aa_{row.Prefix}", row.Scopes.Split(' ').ToValueList(), row.CreatedAt, row.CreatedBy, row.ExpiresAt,
        row.RevokedAt, row.LastUsedAt);

    private void Check(NewApiKey key)
    {
        var findings = new List<Finding>();
        if (string.IsNullOrWhiteSpace(key.Name) || key.Name.Length > LongestName || key.Name.Any(char.IsControl))
        {
            findings.Add(new Finding("name", FindingCodes.Required, "Name the key after who will use it, in at most 100 characters."));
        }

        if (key.Scopes.Count == 0)
        {
            findings.Add(new Finding("scopes", FindingCodes.Required, $"Give at least one scope: {string.Join(", ", Scopes.All)}."));
        }

        findings.AddRange(key.Scopes.Except(Scopes.All).Select(scope => new Finding(
            "scopes", FindingCodes.UnknownValue, $"There is no scope '{scope}'. Choose from {string.Join(", ", Scopes.All)}.")));
        if (key.ExpiresAt <= clock.GetUtcNow())
        {
            findings.Add(new Finding("expiresAt", FindingCodes.OutOfRange, "The key would have expired already. Give a time to come, or none."));
        }

        if (findings.Count > 0)
        {
            throw new InvalidException(findings);
        }
    }
}

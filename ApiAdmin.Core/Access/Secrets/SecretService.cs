using System.Text.Json;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

internal sealed class SecretService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, SecretBox box, AuditLog audit, TimeProvider clock) : ISecretService
{
    [Demands(Operation.ReadSecrets)]
    public async Task<IReadOnlyList<SecretInfo>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadSecrets, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Secrets.AsNoTracking().OrderBy(row => row.Name).ToListAsync(cancellationToken);
        var uses = (await Uses(db).ToListAsync(cancellationToken)).ToLookup(use => use.Secret, use => use.Api);
        return [.. rows.Select(row => Info(row, uses[row.Name]))];
    }

    [Demands(Operation.WriteSecrets)]
    public async Task<SecretInfo> PutAsync(
        Actor actor, string name, string value, IReadOnlyList<string> hosts, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteSecrets, cancellationToken);
        var canonical = Check(name, value, hosts);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var row = await db.Secrets.SingleOrDefaultAsync(secret => secret.Name == name, cancellationToken) ?? Added(db, name);
        await box.SealAsync(db, row, value, cancellationToken);
        row.Hosts = JsonSerializer.Serialize(canonical);
        (row.UpdatedAt, row.UpdatedBy) = (clock.GetUtcNow(), actor.Name);
        await audit.AppendAsync(db, actor, "secret.put", $"secret:{name}", ["value", "hosts"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        var uses = await Uses(db).Where(use => use.Secret == name).Select(use => use.Api).ToListAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Info(row, uses);
    }

    [Demands(Operation.WriteSecrets)]
    public async Task DeleteAsync(Actor actor, string name, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteSecrets, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var row = await db.Secrets.SingleOrDefaultAsync(secret => secret.Name == name, cancellationToken)
            ?? throw new NotFoundException($"There is no secret '{name}'. See the list of secrets for the names there are.");
        var uses = await Uses(db).Where(use => use.Secret == name).Select(use => use.Api).ToListAsync(cancellationToken);
        if (uses.Count > 0)
        {
            throw new InUseException(
                $"The secret {name} is used by {uses.Count} API(s) and cannot be deleted. Take it out of them first.",
                [.. uses.Select(api => new Finding("", FindingCodes.UsedBy, $"The API {api} uses it."))]);
        }

        db.Remove(row);
        await audit.AppendAsync(db, actor, "secret.delete", $"secret:{name}", [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static IReadOnlyList<string> Check(string name, string value, IReadOnlyList<string> hosts)
    {
        List<Finding> findings = [.. SecretRules.CheckName(name), .. SecretRules.CheckValue(value)];
        var canonical = SecretRules.CheckHosts(hosts, findings);
        return findings.Count == 0 ? canonical : throw new InvalidException(findings);
    }

    private static SecretRow Added(AppDbContext db, string name)
    {
        var row = new SecretRow { Name = name, Hosts = "", Ciphertext = [], Nonce = [], Tag = [], KeyId = "", UpdatedAt = default, UpdatedBy = "" };
        db.Add(row);
        return row;
    }

    private static IQueryable<SecretUse> Uses(AppDbContext db) =>
        from use in db.SecretUses
        join api in db.Apis on use.ApiId equals api.Id
        orderby api.Key
        select new SecretUse { Secret = use.SecretName, Api = api.Key };

    private static SecretInfo Info(SecretRow row, IEnumerable<string> usedBy) => new()
    {
        Name = row.Name,
        Hosts = SecretSource.Hosts(row),
        UsedBy = usedBy.ToValueList(),
        UpdatedAt = row.UpdatedAt,
        UpdatedBy = row.UpdatedBy,
    };

    private sealed class SecretUse
    {
        public required string Secret { get; init; }

        public required string Api { get; init; }
    }
}

using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>One line of the audit as shown.</summary>
public sealed record AuditEntry(
    long Sequence, DateTimeOffset At, string ActorId, string ActorName, string Action, string Subject, ValueList<string> Fields);

/// <summary>Reads the audit, newest first.</summary>
public sealed class AuditService(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts)
{
    private const int LargestPage = 100;

    /// <param name="before">Only rows before this sequence; null begins at the newest.</param>
    [Demands(Operation.ReadAudit)]
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(Actor actor, long? before, int count, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadAudit, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.Audit.AsNoTracking()
            .Where(row => before == null || row.Sequence < before)
            .OrderByDescending(row => row.Sequence)
            .Take(Math.Clamp(count, 1, LargestPage))
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => new AuditEntry(
            row.Sequence, row.At, row.ActorId, row.ActorName, row.Action, row.Subject,
            row.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries).ToValueList()))];
    }
}

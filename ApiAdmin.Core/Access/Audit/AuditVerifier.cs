using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <param name="Rows">How many rows were read up to the first fault.</param>
/// <param name="Fault">The first thing that is wrong; null when the audit is whole.</param>
public sealed record AuditVerdict(long Rows, string? Fault)
{
    public bool IsIntact => Fault is null;
}

/// <summary>Reads the whole audit and finds any row changed, taken out, put in or moved, and a tail cut off.</summary>
public sealed class AuditVerifier(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, KeyRing keys, AuditHeads heads)
{
    [Demands(Operation.ReadAudit)]
    public async Task<AuditVerdict> VerifyAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadAudit, cancellationToken);
        var noted = await heads.ReadAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await CheckAsync(keys.Audit, db.Audit.AsNoTracking().OrderBy(row => row.Sequence).AsAsyncEnumerable(), noted);
    }

    internal static async Task<AuditVerdict> CheckAsync(byte[] key, IAsyncEnumerable<AuditRow> rows, IReadOnlyList<AuditHead> heads)
    {
        var noted = heads.GroupBy(head => head.Sequence).ToDictionary(group => group.Key, group => group.Select(head => head.Hash).ToHashSet());
        AuditRow? previous = null;
        await foreach (var row in rows)
        {
            var fault = AuditChain.Fault(key, row, previous);
            if (fault is null && noted.TryGetValue(row.Sequence, out var hashes) && !hashes.SetEquals([Convert.ToHexStringLower(row.Hash)]))
            {
                fault = $"row {row.Sequence} is not the one noted outside the database";
            }

            if (fault is not null)
            {
                return new AuditVerdict(row.Sequence, $"The audit is not whole: {fault}.");
            }

            previous = row;
        }

        return Tail(previous?.Sequence ?? 0, heads);
    }

    private static AuditVerdict Tail(long last, IReadOnlyList<AuditHead> heads)
    {
        var furthest = heads.Select(head => head.Sequence).DefaultIfEmpty().Max();
        return furthest <= last
            ? new AuditVerdict(last, null)
            : new AuditVerdict(last, $"The audit is not whole: it ends at row {last}, but row {furthest} was noted outside the database.");
    }
}

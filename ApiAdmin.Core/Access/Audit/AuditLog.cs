using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Access;

/// <summary>Adds to the audit: ids and names of fields, never values, in the transaction of the change itself.</summary>
public sealed class AuditLog(KeyRing keys, TimeProvider clock)
{
    /// <summary>
    /// Adds one row to <paramref name="db"/>; the caller saves and commits it with the change, and if it cannot be saved
    /// neither can the change.
    /// </summary>
    /// <param name="db">With a transaction of <see cref="AppDbContext.BeginWriteAsync"/>, which orders the chain.</param>
    /// <param name="action">What was done, as <c>secret.put</c>.</param>
    /// <param name="subject">To what, as <c>secret:orders-token</c>.</param>
    /// <param name="fields">Names of the fields concerned.</param>
    public async Task AppendAsync(
        AppDbContext db, Actor actor, string action, string subject, IEnumerable<string> fields, CancellationToken cancellationToken)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("Audit is written in the transaction of the change: call BeginWriteAsync first.");
        }

        var previous = db.Audit.Local.MaxBy(row => row.Sequence)
            ?? await db.Audit.AsNoTracking().OrderByDescending(row => row.Sequence).FirstOrDefaultAsync(cancellationToken);
        var row = new AuditRow
        {
            Sequence = (previous?.Sequence ?? 0) + 1,
            At = clock.GetUtcNow(),
            ActorId = actor.Id,
            ActorName = actor.Name,
            Action = action,
            Subject = subject,
            Fields = string.Join(',', fields),
            PreviousHash = previous?.Hash ?? AuditChain.Genesis,
        };
        row.Hash = AuditChain.Hash(keys.Audit, row);
        db.Audit.Add(row);
    }
}

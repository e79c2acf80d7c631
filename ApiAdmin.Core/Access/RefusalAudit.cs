using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Access;

/// <summary>
/// Notes refusals in the audit, each kind at most once a minute per actor: a program that goes on trying must not fill
/// the audit, nor make every refusal cost a write.
/// </summary>
internal sealed class RefusalAudit(
    IDbContextFactory<AppDbContext> contexts, AuditLog audit, TimeProvider clock, ILogger<RefusalAudit> log)
{
    private const int Largest = 10_000;

    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Actor, Operation Operation), long> noted = [];

    public async Task NoteAsync(Actor actor, Operation operation, CancellationToken cancellationToken)
    {
        if (!IsNew(actor, operation))
        {
            return;
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            await using var transaction = await db.BeginWriteAsync(cancellationToken);
            await audit.AppendAsync(db, actor, "access.refused", $"operation:{operation}", [], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Nothing was changed, so nothing needs undoing; the refusal itself must stand whatever the audit does.
            AccessLog.RefusalNotAudited(log, actor.Id, operation, e);
        }
    }

    private bool IsNew(Actor actor, Operation operation)
    {
        var now = clock.GetTimestamp();
        lock (gate)
        {
            if (noted.TryGetValue((actor.Id, operation), out var last) && clock.GetElapsedTime(last, now) < Quiet)
            {
                return false;
            }

            if (noted.Count >= Largest)
            {
                noted.Clear();
            }

            noted[(actor.Id, operation)] = now;
            return true;
        }
    }
}

using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// Reports kept, masked as they are shown. A blocked call is audited in the same transaction. Demands nothing by itself:
/// <see cref="TestService"/> is the way in.
/// </summary>
public sealed class InvocationHistory(IDbContextFactory<AppDbContext> contexts, AuditLog audit)
{
    internal async Task SaveAsync(Actor actor, InvocationReport report, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        db.Invocations.Add(Row(actor, report));
        if (report.Outcome == Outcome.Blocked)
        {
            await audit.AppendAsync(db, actor, "outbound.blocked", $"api:{report.Api}", ["url"], cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <returns>Null when there is none, or another's and <paramref name="ownerId"/> is given.</returns>
    internal async Task<InvocationReport?> FindAsync(string id, string? ownerId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var json = await db.Invocations.AsNoTracking()
            .Where(row => row.Id == id && (ownerId == null || row.ActorId == ownerId))
            .Select(row => row.ReportJson).FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<InvocationReport>(json, DefinitionJson.Options);
    }

    private static InvocationRow Row(Actor actor, InvocationReport report) => new()
    {
        Id = report.InvocationId,
        Api = report.Api,
        Version = report.Version,
        ActorId = actor.Id,
        ActorName = actor.Name,
        Outcome = report.Outcome,
        Status = report.Response?.Status,
        StartedAt = report.StartedAt,
        DurationMs = report.DurationMs,
        ReportJson = JsonSerializer.Serialize(report, DefinitionJson.Options),
    };
}

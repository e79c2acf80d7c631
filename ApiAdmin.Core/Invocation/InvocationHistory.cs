using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Invocation.History;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Invocation;

/// <summary>
/// Reports kept, masked as they are shown. A blocked call is audited in the same transaction. Demands nothing by itself:
/// <see cref="TestService"/> is the way in.
/// </summary>
public sealed class InvocationHistory(IDbContextFactory<AppDbContext> contexts, AuditLog audit)
{
    internal async Task SaveAsync(Actor actor, InvocationReport report, ValueMap<KeptInput> inputs, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        db.Invocations.Add(HistoryRows.Of(actor, report));
        db.InvocationReports.Add(new InvocationReportRow
        {
            InvocationId = report.InvocationId,
            ReportJson = JsonSerializer.Serialize(HistoryRows.Bounded(report), DefinitionJson.Options),
            InputsJson = JsonSerializer.Serialize(inputs, DefinitionJson.Options),
        });
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
            .Join(db.InvocationReports, row => row.Id, report => report.InvocationId, (_, report) => report.ReportJson)
            .FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<InvocationReport>(json, DefinitionJson.Options);
    }

    /// <returns>Null when the newest run kept none, or there is no run.</returns>
    internal async Task<ValueMap<KeptInput>?> LastInputsAsync(string actorId, string api, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var id = await db.Invocations.AsNoTracking().Where(row => row.ActorId == actorId && row.Api == api)
            .OrderByDescending(row => row.StartedAt).ThenByDescending(row => row.Id).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
        var json = await db.InvocationReports.AsNoTracking().Where(row => row.InvocationId == id).Select(row => row.InputsJson).FirstOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<ValueMap<KeptInput>>(json, DefinitionJson.Options);
    }
}

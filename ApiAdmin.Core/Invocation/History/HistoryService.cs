using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Invocation.History;

/// <inheritdoc cref="IHistoryService"/>
public sealed class HistoryService(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts) : IHistoryService
{
    [Demands(Operation.ReadAllInvocations)]
    public async Task<HistoryPage> ListAsync(Actor actor, HistoryQuery query, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadAllInvocations, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await HistoryList.ReadAsync(db, query, cancellationToken);
    }

    [Demands(Operation.ReadAllInvocations)]
    public async Task<HistoryChoices> ChoicesAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadAllInvocations, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await HistoryList.ChoicesAsync(db, cancellationToken);
    }

    [Demands(Operation.ReadAllInvocations)]
    public async Task<KeptRun> GetAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadAllInvocations, cancellationToken);
        if (id.Contains('\0', StringComparison.Ordinal))
        {
            throw Unknown();
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = db.Invocations.AsNoTracking().Where(row => row.Id == id);
        var item = await HistoryList.Items(rows).SingleOrDefaultAsync(cancellationToken);
        var texts = await db.InvocationReports.AsNoTracking().SingleOrDefaultAsync(row => row.InvocationId == id, cancellationToken);
        return item is null || texts is null ? throw Unknown() : new KeptRun
        {
            Item = item,
            Report = JsonSerializer.Deserialize<InvocationReport>(texts.ReportJson, DefinitionJson.Options)!,
            Inputs = texts.InputsJson is null ? null : JsonSerializer.Deserialize<ValueMap<KeptInput>>(texts.InputsJson, DefinitionJson.Options),
        };
    }

    [Demands(Operation.ReadAllInvocations)]
    public async Task<string?> FindBeforeAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        var run = await GetAsync(actor, id, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var query = new HistoryQuery { Api = run.Item.Api, After = new HistoryCursor(run.Item.StartedAt, run.Item.Id).ToString() };
        return await HistoryList.Page(db, query).Select(row => row.Id).FirstOrDefaultAsync(cancellationToken);
    }

    private static NotFoundException Unknown() => new("There is no such run in the history. It may be older than runs are kept.");
}

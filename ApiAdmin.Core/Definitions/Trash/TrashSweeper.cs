using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Core.Definitions.Storing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Definitions.Trash;

/// <summary>
/// Deletes for ever what has lain in the trash long enough: APIs, and comments whose removal nobody undid. In batches so
/// small that other writers hardly wait; a turn that fails is tried again and never stops the host.
/// </summary>
public sealed class TrashSweeper : BackgroundService
{
    internal const int Batch = 100;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);
    private static readonly HostActor Actor = new("trash");

    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly DefinitionWriter writer;
    private readonly TimeProvider time;
    private readonly ILogger<TrashSweeper> logger;

    internal TrashSweeper(IDbContextFactory<AppDbContext> contexts, DefinitionWriter writer, TimeProvider time, ILogger<TrashSweeper> logger) =>
        (this.contexts, this.writer, this.time, this.logger) = (contexts, writer, time, logger);

    /// <returns>How many APIs are gone.</returns>
    internal async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await SweepCommentsAsync(cancellationToken);
        var (all, gone) = (0, Batch);
        while (gone == Batch)
        {
            gone = await PurgeAsync(time.GetUtcNow() - IApiTrash.Kept, cancellationToken);
            all += gone;
        }

        return all;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task TryAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await SweepAsync(cancellationToken) is > 0 and var count)
            {
                TrashLog.Swept(logger, count);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            TrashLog.SweepFailed(logger, exception);
        }
    }

    private async Task<int> PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // Asked first without the writer's place: nearly every turn finds nothing.
        var old = ApiTrash.In(db).Where(row => row.DeletedAt <= before);
        if (!await old.AnyAsync(cancellationToken))
        {
            return 0;
        }

        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var rows = await old.OrderBy(row => row.DeletedAt).ThenBy(row => row.Id).Take(Batch).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            await writer.PurgeAsync(db, Actor, row, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return rows.Count;
    }

    private async Task SweepCommentsAsync(CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - ICommentService.Undoable;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var old = db.Comments.Where(row => row.DeletedAt != null && row.DeletedAt <= before);
        if (await old.AnyAsync(cancellationToken))
        {
            await using var transaction = await db.BeginWriteAsync(cancellationToken);
            await old.ExecuteDeleteAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}

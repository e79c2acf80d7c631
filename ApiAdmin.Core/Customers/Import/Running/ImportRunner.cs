using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>
/// Runs one import from where it stands to its end. 1 go past what is done · 2 batch by batch: take, write, tell · 3 end it. Killed or stopped on the way it stands where its last batch left it, and goes on from there.
/// </summary>
internal sealed class ImportRunner(ImportTools tools, ImportFiles files, AuditLog audit, ILogger<ImportRunner> log)
{
    private const string OurFault = "Something went wrong in ApiAdmin itself. Resume the import; if it stays, tell the operator when it was.";

    /// <summary>To be called by who holds the import's place.</summary>
    public async Task RunAsync(CustomerImportRow job, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            await PassAsync(job, actor, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The program or the caller stops: it stays where it is, to be resumed.
        }
        catch (Exception e)
        {
            if (e is not (ProblemException or IOException or UnauthorizedAccessException))
            {
                CustomersLog.ImportFailed(log, job.Id, e);
            }

            await EndAsync(job.Id, actor, ImportState.Failed, e is ProblemException or IOException or UnauthorizedAccessException ? e.Message : OurFault, CancellationToken.None);
        }
    }

    private async Task PassAsync(CustomerImportRow job, Actor actor, CancellationToken cancellationToken)
    {
        var pass = new ImportPass(job.Id, actor, ImportJobs.Settings(job), job.DryRun, (job.NextId, job.LastId));
        using var report = new ImportReport(files.Report(job.Id), job.ReportBytes);
        using var reader = new BatchReader(tools, pass, files.Upload(job.Id));
        await Task.Run(() => reader.Skip(job.Position), cancellationToken);
        var (writer, started) = (new BatchWriter(tools, pass, report), tools.Clock.GetTimestamp());
        var next = NextAsync(reader, cancellationToken);
        for (var batch = await next; batch.Rows.Count > 0; batch = await next)
        {
            next = NextAsync(reader, cancellationToken);
            var earlier = TimeSpan.FromMilliseconds(job.WorkedMilliseconds);
            if (!await WriteAsync(writer, batch, () => earlier + tools.Clock.GetElapsedTime(started), cancellationToken))
            {
                await next;
                return;
            }
        }

        await using (var db = await tools.Contexts.CreateDbContextAsync(cancellationToken))
        {
            await tools.Bulk.EndAsync(db, cancellationToken);
        }

        await EndAsync(job.Id, actor, job.DryRun ? ImportState.Checked : ImportState.Done, problem: null, cancellationToken);
        if (!job.DryRun)
        {
            files.RemoveUpload(job.Id);
        }
    }

    private static Task<(IReadOnlyList<MappedRow> Rows, long LastId)> NextAsync(BatchReader reader, CancellationToken cancellationToken) =>
        Task.Run(async () => (await reader.NextAsync(cancellationToken), reader.LastId), cancellationToken);

    /// <returns>False when the import was cancelled.</returns>
    private static async Task<bool> WriteAsync(
        BatchWriter writer, (IReadOnlyList<MappedRow> Rows, long LastId) batch, Func<TimeSpan> worked, CancellationToken cancellationToken)
    {
        for (var left = batch.Rows; left.Count > 0;)
        {
            try
            {
                // The SQLite driver works on the caller's thread, which may be a page's.
                var rows = left;
                if (await Task.Run(() => writer.WriteAsync(rows, batch.LastId, worked(), cancellationToken), cancellationToken) is not { } done)
                {
                    return false;
                }

                left = [.. left.Skip(done)];
            }
            catch (BusyException)
            {
                // It stood in line for five seconds already; people's changes go first, and an import has time.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        return true;
    }

    private async Task EndAsync(Guid id, Actor actor, ImportState state, string? problem, CancellationToken cancellationToken)
    {
        await using var db = await tools.Contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        if (await db.CustomerImports.SingleOrDefaultAsync(row => row.Id == id && row.State == ImportState.Running, cancellationToken) is { } job)
        {
            (job.State, job.Problem, job.ChangedAt) = (state, problem, tools.Clock.GetUtcNow());
            job.BytesRead = problem is null ? job.FileBytes : job.BytesRead;
            await audit.AppendAsync(db, actor, job.DryRun ? "customer.import-check" : "customer.import-end", $"import:{id:N}", [], cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}

using System.Diagnostics;
using ApiAdmin.Core.Customers.Seeding;
using ApiAdmin.Core.Customers.Storing;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>
/// Writes the rows of a batch within one transaction, as many as its time allows: whoever else writes waits for no longer than that.
/// Counts and place are saved with them.
/// </summary>
internal sealed class BatchWriter(ImportTools tools, ImportPass pass, ImportReport report)
{
    /// <returns>How many rows are done with; null when the import was cancelled, and then nothing was written.</returns>
    public async Task<int?> WriteAsync(IReadOnlyList<MappedRow> batch, long lastId, TimeSpan worked, CancellationToken cancellationToken)
    {
        await using var db = await tools.Contexts.CreateDbContextAsync(cancellationToken);
        int done;
        await using (var transaction = await BeginAsync(db, cancellationToken))
        {
            var started = Stopwatch.GetTimestamp();
            var catalog = await CatalogReader.ReadAsync(db, cancellationToken);
            var matches = await ImportMatches.FindAsync(db, pass.Settings.Match, batch, cancellationToken);
            var tally = new ImportTally();
            for (done = 0; done < batch.Count && (done == 0 || !BulkTurn.IsOver(started) || pass.DryRun);)
            {
                done += await SliceAsync(db, catalog, [.. batch.Skip(done).Take(BulkTurn.Slice)], matches, tally, cancellationToken);
            }

            if (!await SaveAsync(db, batch[done - 1], done, tally, (lastId, await FlushAsync(batch.Take(done), cancellationToken), worked), cancellationToken))
            {
                return null;
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await tools.Bulk.RestAsync(db, cancellationToken);
        return done;
    }

    private Task<WriteTransaction> BeginAsync(AppDbContext db, CancellationToken cancellationToken) =>
        pass.DryRun ? db.BeginWriteAsync(cancellationToken) : tools.Bulk.BeginAsync(db, cancellationToken);

    /// <returns>How many rows of the slice were done: all up to the second change of one and the same customer.</returns>
    private async Task<int> SliceAsync(
        AppDbContext db, CustomerCatalog catalog, List<MappedRow> slice, ImportMatches matches, ImportTally tally, CancellationToken cancellationToken)
    {
        var fates = new List<(MappedRow Row, ImportFate Fate, long Id)>();
        var changed = new HashSet<long>();
        foreach (var row in slice)
        {
            var (fate, id) = ImportDecision.Of(row, matches, pass.Settings);
            if (fate == ImportFate.Update && !changed.Add(id))
            {
                break;
            }

            fates.Add((row, fate, id));
        }

        if (!pass.DryRun)
        {
            await tools.Bulk.AddAsync(db, [.. fates.Where(entry => entry.Fate == ImportFate.Add).Select(entry => entry.Row.Ready!)], cancellationToken);
        }

        tally.Added += fates.Count(entry => entry.Fate == ImportFate.Add);
        tally.Skipped += fates.Count(entry => entry.Fate == ImportFate.Skip);
        tally.Bad += fates.Count(entry => entry.Fate == ImportFate.Bad);
        var updates = new RowUpdates(tools, pass, catalog);
        await updates.ApplyAsync(db, [.. fates.Where(entry => entry.Fate == ImportFate.Update).Select(entry => (entry.Row, entry.Id))], tally, cancellationToken);
        return fates.Count;
    }

    private async Task<long> FlushAsync(IEnumerable<MappedRow> rows, CancellationToken cancellationToken)
    {
        foreach (var problem in rows.SelectMany(row => row.Problems))
        {
            report.Add(problem);
        }

        return await report.FlushAsync(cancellationToken);
    }

    private async Task<bool> SaveAsync(
        AppDbContext db, MappedRow last, int done, ImportTally tally, (long LastId, long ReportBytes, TimeSpan Worked) at, CancellationToken cancellationToken)
    {
        var (now, worked) = (tools.Clock.GetUtcNow(), (long)at.Worked.TotalMilliseconds);
        return await db.CustomerImports.Where(row => row.Id == pass.Id && row.State == ImportState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Position, row => row.Position + done)
                .SetProperty(row => row.Added, row => row.Added + tally.Added)
                .SetProperty(row => row.Updated, row => row.Updated + tally.Updated)
                .SetProperty(row => row.Skipped, row => row.Skipped + tally.Skipped)
                .SetProperty(row => row.Bad, row => row.Bad + tally.Bad)
                .SetProperty(row => row.BytesRead, last.BytesRead).SetProperty(row => row.ReportBytes, at.ReportBytes)
                .SetProperty(row => row.NextId, last.NextId).SetProperty(row => row.LastId, at.LastId)
                .SetProperty(row => row.WorkedMilliseconds, worked).SetProperty(row => row.ChangedAt, now),
            cancellationToken) > 0;
    }
}

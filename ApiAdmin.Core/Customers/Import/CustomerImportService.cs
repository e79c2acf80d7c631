using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Import.Reading;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>
/// Imports customers from CSV and XLSX files: upload, look and set, try without writing, run, follow, cancel, resume, fetch the report.
/// Several may be uploaded; each runs once at a time, whatever process it runs in.
/// </summary>
public sealed class CustomerImportService
{
    /// <summary>In bytes.</summary>
    public const long LargestFile = ImportFiles.LargestFile;

    private const int MostListed = 100;
    private const int LongestName = 200;

    private readonly ImportTools tools;
    private readonly IAuthorizer authorizer;
    private readonly ImportFiles files;
    private readonly ImportRuns runs;
    private readonly AuditLog audit;

    internal CustomerImportService(ImportTools tools, IAuthorizer authorizer, ImportFiles files, ImportRuns runs, AuditLog audit) =>
        (this.tools, this.authorizer, this.files, this.runs, this.audit) = (tools, authorizer, files, runs, audit);

    /// <summary>Takes a file in and proposes how to read it.</summary>
    /// <exception cref="InvalidException">It is empty, too large, or no table at all.</exception>
    [Demands(Operation.ImportCustomers)]
    public async Task<ImportJob> UploadAsync(Actor actor, string fileName, Stream content, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        var (id, now) = (Guid.CreateVersion7(tools.Clock.GetUtcNow()), tools.Clock.GetUtcNow());
        var bytes = await files.ReceiveAsync(id, content, cancellationToken);
        try
        {
            var catalog = await tools.CatalogAsync(cancellationToken);
            var settings = await Task.Run(() => ImportDetection.Of(files.Upload(id), catalog), cancellationToken);
            var row = new CustomerImportRow
            {
                Id = id, FileName = Name(fileName), FileBytes = bytes, SettingsJson = ImportJobs.Write(settings), State = ImportState.Uploaded,
                ActorId = actor.Id, ActorName = actor.Name, UploadedAt = now, ChangedAt = now,
            };
            await WriteAsync(db => Task.FromResult(db.CustomerImports.Add(row)), cancellationToken);
            return ImportJobs.Of(row, files);
        }
        catch
        {
            files.RemoveAll(id);
            throw;
        }
    }

    /// <summary>The first 20 rows as these settings read them, with their columns named anew; nothing is kept.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task<ImportPreview> PreviewAsync(Actor actor, Guid id, ImportSettings settings, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        DemandFile(id);
        var catalog = await tools.CatalogAsync(cancellationToken);
        return await Task.Run(
            () =>
            {
                var named = ImportDetection.WithColumns(files.Upload(id), settings, catalog);
                var lines = ImportDetection.First(files.Upload(id), named, ImportDetection.PreviewRows).Skip(named.HasHeader ? 1 : 0).Take(ImportDetection.PreviewRows).ToList();
                return new ImportPreview(
                    named, [.. lines.Select(line => line.Cells.Select(FormulaSafety.Read).ToValueList())],
                    [.. lines.Where(line => line.Problem is not null).Select(line => line.Problem!).Distinct().Take(3)]);
            },
            cancellationToken);
    }

    /// <summary>Begins a run in the background, from the start.</summary>
    /// <param name="dryRun">Nothing is written; the counts and the report say what would be.</param>
    [Demands(Operation.ImportCustomers)]
    public async Task StartAsync(Actor actor, Guid id, ImportSettings settings, bool dryRun, CancellationToken cancellationToken)
    {
        runs.Start(await BeginAsync(actor, id, settings, dryRun, cancellationToken), actor);
    }

    /// <summary>The same in the foreground: done when this returns. Cancelled on the way, it can be resumed.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task<ImportJob> RunAsync(Actor actor, Guid id, ImportSettings settings, bool dryRun, CancellationToken cancellationToken)
    {
        await runs.RunAsync(await BeginAsync(actor, id, settings, dryRun, cancellationToken), actor, cancellationToken);
        return await GetAsync(actor, id, CancellationToken.None);
    }

    /// <summary>Goes on with one that was interrupted, cancelled or failed, where its last batch left it; in the background.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task ResumeAsync(Actor actor, Guid id, CancellationToken cancellationToken) => runs.Start(await ContinueAsync(actor, id, cancellationToken), actor);

    /// <summary>The same in the foreground.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task<ImportJob> RunOnAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await runs.RunAsync(await ContinueAsync(actor, id, cancellationToken), actor, cancellationToken);
        return await GetAsync(actor, id, CancellationToken.None);
    }

    /// <summary>Stops one that runs, in whatever process, after the batch it is at. What is imported stays.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task CancelAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        await ChangeAsync(actor, id, "customer.import-cancel", row => row.State = row.State == ImportState.Running ? ImportState.Cancelled : row.State, cancellationToken);
    }

    /// <summary>Removes an import that does not run, with its file and its report. Customers stay.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task DiscardAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        DemandIdle(id);
        await WriteAsync(
            async db =>
            {
                await db.CustomerImports.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken);
                await audit.AppendAsync(db, actor, "customer.import-discard", Subject(id), [], cancellationToken);
            },
            cancellationToken);
        files.RemoveAll(id);
    }

    /// <summary>The newest first; 100 at most.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task<IReadOnlyList<ImportJob>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        await using var db = await tools.Contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.CustomerImports.AsNoTracking().OrderByDescending(row => row.UploadedAt).Take(MostListed).ToListAsync(cancellationToken);
        return [.. rows.Select(row => ImportJobs.Of(row, files))];
    }

    [Demands(Operation.ImportCustomers)]
    public async Task<ImportJob> GetAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        await using var db = await tools.Contexts.CreateDbContextAsync(cancellationToken);
        return ImportJobs.Of(await FindAsync(db, id, cancellationToken), files);
    }

    /// <summary>The bad rows as a CSV file: line, column, value, reason.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task<Stream> OpenReportAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var job = await GetAsync(actor, id, cancellationToken);
        return job.HasReport && File.Exists(files.Report(id))
            ? new FileStream(files.Report(id), FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
            : throw new NotFoundException("This import has no report: no row of it was bad.");
    }

    /// <summary>The same in words of the reader's own.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task WriteReportAsync(Actor actor, Guid id, Stream to, ImportReportWords words, CancellationToken cancellationToken)
    {
        await using (await OpenReportAsync(actor, id, cancellationToken))
        {
            await ImportReport.CopyAsync(files.Report(id), to, words, cancellationToken);
        }
    }

    /// <summary>The first of what the report says.</summary>
    [Demands(Operation.ImportCustomers)]
    public async Task<IReadOnlyList<ImportProblem>> ProblemsAsync(Actor actor, Guid id, int most, CancellationToken cancellationToken)
    {
        var job = await GetAsync(actor, id, cancellationToken);
        return job.HasReport && File.Exists(files.Report(id)) ? await Task.Run(() => ImportReport.Read(files.Report(id), most), cancellationToken) : [];
    }

    private async Task<ImportPlace> BeginAsync(Actor actor, Guid id, ImportSettings settings, bool dryRun, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        DemandFile(id);
        ImportSettingsRules.Demand(settings, await tools.CatalogAsync(cancellationToken));
        return await HoldAsync(
            actor, id, dryRun ? "customer.import-try" : "customer.import",
            row =>
            {
                (row.State, row.DryRun, row.Problem, row.SettingsJson) = (ImportState.Running, dryRun, null, ImportJobs.Write(settings));
                (row.Position, row.BytesRead, row.ReportBytes, row.WorkedMilliseconds) = (0, 0, 0, 0);
                (row.Added, row.Updated, row.Skipped, row.Bad) = (0, 0, 0, 0);
            },
            cancellationToken);
    }

    private async Task<ImportPlace> ContinueAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        DemandFile(id);
        return await HoldAsync(actor, id, "customer.import-resume", row => (row.State, row.Problem) = (ImportState.Running, null), cancellationToken);
    }

    /// <summary>Takes the place before the state says that it runs: what says so without being held was interrupted.</summary>
    private async Task<ImportPlace> HoldAsync(
        Actor actor, Guid id, string action, Action<CustomerImportRow> change, CancellationToken cancellationToken)
    {
        var hold = files.TryHold(id) ?? throw RunsAlready();
        try
        {
            return new ImportPlace(await ChangeAsync(actor, id, action, change, cancellationToken), hold);
        }
        catch
        {
            hold.Dispose();
            throw;
        }
    }

    private async Task<CustomerImportRow> ChangeAsync(
        Actor actor, Guid id, string action, Action<CustomerImportRow> change, CancellationToken cancellationToken)
    {
        CustomerImportRow? row = null;
        await WriteAsync(
            async db =>
            {
                row = await FindAsync(db, id, cancellationToken);
                change(row);
                row.ChangedAt = tools.Clock.GetUtcNow();
                await audit.AppendAsync(db, actor, action, Subject(id), [], cancellationToken);
            },
            cancellationToken);
        return row!;
    }

    private async Task WriteAsync(Func<AppDbContext, Task> change, CancellationToken cancellationToken)
    {
        await using var db = await tools.Contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        await change(db);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<CustomerImportRow> FindAsync(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        await db.CustomerImports.SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
        ?? throw new NotFoundException("There is no such import; it may have been discarded.");

    private void DemandFile(Guid id)
    {
        if (!files.HasUpload(id))
        {
            throw new NotFoundException("The uploaded file is not kept any more: the import is done or discarded. Upload it again.");
        }
    }

    private void DemandIdle(Guid id)
    {
        if (files.IsHeld(id))
        {
            throw RunsAlready();
        }
    }

    private static InvalidException RunsAlready() =>
        new([new Finding("", FindingCodes.NotAllowed, "This import runs already; wait for its end, or cancel it first.")]);

    private static string Subject(Guid id) => $"import:{id:N}";

    private static string Name(string fileName)
    {
        var name = fileName.Replace('\0', '\uFFFD').Trim();
        return name.Length == 0 ? "file" : name.Length <= LongestName ? name : name[..LongestName];
    }
}

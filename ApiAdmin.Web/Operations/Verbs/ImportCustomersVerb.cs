using System.CommandLine;
using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Import;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Imports customers from a file; stopped on the way, it goes on with <c>--resume</c>.</summary>
public static class ImportCustomersVerb
{
    public static Command Create(VerbContext context)
    {
        var file = new Argument<FileInfo?>("FILE") { Description = "A CSV or XLSX file.", Arity = ArgumentArity.ZeroOrOne };
        var match = new Option<ImportMatch?>("--match") { Description = "By what a row finds its customer: None, Id, Phone, Email, PartnerId.", HelpName = "KEY" };
        var found = new Option<ImportFound?>("--when-found") { Description = "Update, Skip or Add.", HelpName = "DEED" };
        var missing = new Option<ImportMissing?>("--when-missing") { Description = "Add or Skip.", HelpName = "DEED" };
        var dry = new Option<bool>("--dry-run") { Description = "Write nothing; tell what would be." };
        var report = new Option<FileInfo?>("--report") { Description = "Where the bad rows are to be told, as CSV.", HelpName = "FILE" };
        var resume = new Option<Guid?>("--resume") { Description = "Go on with an import that was stopped.", HelpName = "ID" };
        var verb = new Command("import-customers", "Add and change customers from a CSV or XLSX file.") { file, match, found, missing, dry, report, resume };
        verb.SetAction((parsed, cancellationToken) =>
        {
            var wish = new Wish(
                parsed.GetValue(file), parsed.GetValue(match), parsed.GetValue(found), parsed.GetValue(missing), parsed.GetValue(dry), parsed.GetValue(resume));
            return VerbHost.RunAsync(context, (services, token) => RunAsync(context.Console, services.GetRequiredService<CustomerImportService>(), wish, parsed.GetValue(report), token), cancellationToken);
        });
        return verb.WithExamples("import-customers customers.csv --match Phone", "import-customers customers.csv --dry-run --report bad.csv");
    }

    private static async Task<int> RunAsync(VerbConsole console, CustomerImportService imports, Wish wish, FileInfo? report, CancellationToken cancellationToken)
    {
        var actor = new HostActor("import-customers");
        var job = wish.Resume is { } id ? await imports.RunOnAsync(actor, id, cancellationToken) : await StartAsync(console, imports, actor, wish, cancellationToken);
        if (report is not null && job.HasReport)
        {
            await using var content = await imports.OpenReportAsync(actor, job.Id, cancellationToken);
            await using var target = report.Create();
            await content.CopyToAsync(target, cancellationToken);
        }

        foreach (var problem in await imports.ProblemsAsync(actor, job.Id, report is null ? 20 : 0, CancellationToken.None))
        {
            await console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"line {problem.Line}{(problem.Column.Length > 0 ? $", {problem.Column}" : "")}: {problem.Reason}"));
        }

        var counts = job.Counts;
        await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"added {counts.Added}, changed {counts.Updated}, skipped {counts.Skipped}, bad {counts.Bad}"));
        return await EndAsync(console, job);
    }

    private static async Task<ImportJob> StartAsync(VerbConsole console, CustomerImportService imports, HostActor actor, Wish wish, CancellationToken cancellationToken)
    {
        if (wish.File is not { Exists: true } source)
        {
            throw new StartRefusedException(wish.File is null ? "Name the file to import." : $"There is no file {wish.File.FullName}. Check the name.");
        }

        await using var content = source.OpenRead();
        var job = await imports.UploadAsync(actor, source.Name, content, cancellationToken);
        await console.Error.WriteLineAsync($"import {job.Id}");
        var settings = job.Settings with
        {
            Match = wish.Match ?? job.Settings.Match, WhenFound = wish.Found ?? job.Settings.WhenFound, WhenMissing = wish.Missing ?? job.Settings.WhenMissing,
        };
        return await imports.RunAsync(actor, job.Id, settings, wish.DryRun, cancellationToken);
    }

    private static async Task<int> EndAsync(VerbConsole console, ImportJob job)
    {
        if (job.State is ImportState.Done or ImportState.Checked)
        {
            return CommandLine.Done;
        }

        await console.Error.WriteLineAsync(job.Problem ?? $"It was stopped on the way; import-customers --resume {job.Id} goes on.");
        return CommandLine.Refused;
    }

    private sealed record Wish(FileInfo? File, ImportMatch? Match, ImportFound? Found, ImportMissing? Missing, bool DryRun, Guid? Resume);
}

using System.CommandLine;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Storing;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Reads APIs from a file: what is there by key is changed, the rest added, all or nothing.</summary>
public static class ImportApisVerb
{
    public static Command Create(VerbContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file of export-apis." };
        var verb = new Command("import-apis", "Add and change APIs from a file of export-apis, all or nothing.") { file };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var source = parsed.GetRequiredValue(file);
            var bytes = await VerbFiles.ReadAsync(source, cancellationToken);
            return await VerbHost.RunAsync(context, async (services, token) =>
            {
                var report = await services.GetRequiredService<DefinitionArchive>().ImportAsync(new HostActor("import-apis"), bytes, token);
                return report.IsDone ? await TellDoneAsync(context.Console, report) : await TellRefusedAsync(context.Console, source, report);
            }, cancellationToken);
        });
        return verb.WithExamples("import-apis apis.json");
    }

    private static async Task<int> TellDoneAsync(VerbConsole console, ImportReport report)
    {
        await console.Output.WriteLineAsync($"added {report.Added.Count}, changed {report.Updated.Count}, unchanged {report.Unchanged.Count}");
        return CommandLine.Done;
    }

    private static async Task<int> TellRefusedAsync(VerbConsole console, FileInfo source, ImportReport report)
    {
        foreach (var finding in report.Refused)
        {
            await console.Error.WriteLineAsync($"{(finding.Path.Length == 0 ? source.Name : finding.Path)}: {finding.Message}");
        }

        await console.Error.WriteLineAsync("Nothing was stored. Mend the file and import it again.");
        return CommandLine.Refused;
    }
}

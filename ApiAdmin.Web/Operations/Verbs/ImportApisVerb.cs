using System.CommandLine;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Storing;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Reads APIs from a file: what is there by key is changed, the rest added, all or nothing.</summary>
public static class ImportApisVerb
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A file of export-apis." };
        var verb = new Command("import-apis", "Add and change APIs from a file of export-apis, all or nothing.") { file };
        verb.SetAction((parsed, cancellationToken) => VerbHost.RunAsync(settings, async (services, token) =>
        {
            var bytes = await File.ReadAllBytesAsync(parsed.GetRequiredValue(file).FullName, token);
            var report = await services.GetRequiredService<DefinitionArchive>().ImportAsync(new HostActor("import-apis"), bytes, token);
            if (report.IsDone)
            {
                Console.WriteLine($"added {report.Added.Count}, changed {report.Updated.Count}, unchanged {report.Unchanged.Count}");
                return CommandLine.Done;
            }

            foreach (var finding in report.Refused)
            {
                await Console.Error.WriteLineAsync($"{finding.Path}: {finding.Message}");
            }

            await Console.Error.WriteLineAsync("Nothing was stored. Mend the file and import it again.");
            return CommandLine.Refused;
        }, cancellationToken));
        return verb;
    }
}

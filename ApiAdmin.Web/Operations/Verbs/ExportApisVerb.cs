using System.CommandLine;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Storing;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Writes all APIs to one file, without any secret.</summary>
public static class ExportApisVerb
{
    public static Command Create(VerbContext context)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where to write; an existing file is replaced." };
        var verb = new Command("export-apis", "Write all APIs to one file, without any secret.") { file };
        verb.SetAction((parsed, cancellationToken) => VerbHost.RunAsync(context, async (services, token) =>
        {
            var target = parsed.GetRequiredValue(file);
            var bytes = await services.GetRequiredService<DefinitionArchive>().ExportAsync(new HostActor("export-apis"), token);
            await VerbFiles.WriteAsync(target, bytes, token);
            await context.Console.Output.WriteLineAsync(target.FullName);
            return CommandLine.Done;
        }, cancellationToken));
        return verb.WithExamples("export-apis apis.json");
    }
}

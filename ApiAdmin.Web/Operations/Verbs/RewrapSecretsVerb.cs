using System.CommandLine;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Changes the keys of the secrets, also while the program is serving.</summary>
public static class RewrapSecretsVerb
{
    public static Command Create(VerbContext context)
    {
        var verb = new Command("rewrap-secrets", "Make new keys and seal every secret again with them; the program may be running.");
        verb.SetAction((_, cancellationToken) => VerbHost.RunAsync(context, async (services, token) =>
        {
            var report = await services.GetRequiredService<SecretRewrap>().RunAsync(new HostActor("rewrap-secrets"), null, token);
            await context.Console.Output.WriteLineAsync($"sealed again: {report.Sealed}, with key {report.KeyId}");
            await context.Console.Error.WriteLineAsync(
                $"Copy {services.GetRequiredService<KeyFile>().Path} to where its copy is kept. Keep the old copy as long as backups of the database from before.");
            foreach (var name in report.Unreadable)
            {
                await context.Console.Error.WriteLineAsync(new SecretUnreadableException(name).Message);
            }

            return report.Unreadable.Count == 0 ? CommandLine.Done : CommandLine.Refused;
        }, cancellationToken));
        return verb.WithExamples("rewrap-secrets");
    }
}

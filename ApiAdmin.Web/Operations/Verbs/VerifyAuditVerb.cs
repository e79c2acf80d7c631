using System.CommandLine;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Reads the whole audit and says whether anything in it was changed, taken out or cut off.</summary>
public static class VerifyAuditVerb
{
    public static Command Create(VerbContext context)
    {
        var verb = new Command("verify-audit", "Check that no audit row was changed, taken out or cut off.");
        verb.SetAction((_, cancellationToken) => VerbHost.RunAsync(context, async (services, token) =>
        {
            var verdict = await services.GetRequiredService<AuditVerifier>().VerifyAsync(new HostActor("verify-audit"), token);
            if (verdict.IsIntact)
            {
                await context.Console.Output.WriteLineAsync($"The audit is whole: {verdict.Rows} rows.");
                return CommandLine.Done;
            }

            await context.Console.Error.WriteLineAsync(verdict.Fault);
            return CommandLine.Refused;
        }, cancellationToken));
        return verb.WithExamples("verify-audit");
    }
}

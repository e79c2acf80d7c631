using System.CommandLine;
using System.Data.Common;
using ApiAdmin.Core;
using ApiAdmin.Web.Operations.Verbs;

namespace ApiAdmin.Web.Operations;

/// <summary>
/// The verbs of the program; none means serve. Settings may stand anywhere: <c>--Storage:DataDirectory=…</c>.
/// Exit codes: 0 done, 1 refused with a sentence on standard error, 2 wrong usage.
/// </summary>
public static class CommandLine
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WrongUsage = 2;

    public static Task<int> RunAsync(string[] args) => RunAsync(args, VerbConsole.Standard());

    public static async Task<int> RunAsync(string[] args, VerbConsole console)
    {
        var split = SettingArguments.Split(args);
        var parsed = Root(new VerbContext(split.Settings, console)).Parse(split.Verb);
        string[] errors = [.. split.Problems, .. UsageErrors.Of(parsed)];
        if (errors.Length > 0)
        {
            var help = parsed.CommandResult.Command is RootCommand ? "--help" : $"{parsed.CommandResult.Command.Name} --help";
            return await console.WrongUsageAsync(string.Join(Environment.NewLine, [.. errors, $"{help} says what can be written, with examples."]));
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false, Output = console.Output, Error = console.Error,
            });
        }
        catch (Exception exception) when (Sentence(exception) is { } sentence)
        {
            await console.Error.WriteLineAsync(sentence);
            return Refused;
        }
    }

    private static RootCommand Root(VerbContext context)
    {
        var root = new RootCommand("ApiAdmin: describe, test and publish the APIs of other systems. Without a verb it serves the web application.")
        {
            ServeVerb.Create(context),
            CreateUserVerb.Create(context),
            CreateKeyVerb.Create(context),
            ExportApisVerb.Create(context),
            ImportApisVerb.Create(context),
            RunCasesVerb.Create(context),
            VerifyAuditVerb.Create(context),
            RewrapSecretsVerb.Create(context),
            ImportCustomersVerb.Create(context),
            SeedVerb.Create(context),
            RebuildSearchVerb.Create(context),
        };
        root.SetAction((_, cancellationToken) => ServeVerb.RunAsync(context, cancellationToken));
        return root.WithExamples("serve", "create-user --email ana@example.com --role Administrator", "create-key --name billing --scopes apis:read", "export-apis apis.json");
    }

    private static string? Sentence(Exception exception) => exception switch
    {
        ProblemException problem => string.Join(Environment.NewLine, problem.Findings.Select(finding => finding.Message).Prepend(problem.Message).Distinct()),
        IOException or UnauthorizedAccessException => exception.Message,
        DbException => $"The database failed: {exception.Message} Check that it runs and has room, then try again.",
        _ => null,
    };
}

using System.CommandLine;
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

    public static async Task<int> RunAsync(string[] args)
    {
        var (settings, rest) = SettingArguments.Split(args);
        var parsed = Root(settings).Parse(rest);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                await Console.Error.WriteLineAsync(error.Message);
            }

            await Console.Error.WriteLineAsync("Use --help to see the verbs and their options.");
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (Exception exception) when (Sentence(exception) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return Refused;
        }
    }

    private static RootCommand Root(IReadOnlyList<string> settings)
    {
        var root = new RootCommand("ApiAdmin: describe, test and publish the APIs of other systems. Without a verb it serves the web application.")
        {
            ServeVerb.Create(settings),
            CreateUserVerb.Create(settings),
            CreateKeyVerb.Create(settings),
            ExportApisVerb.Create(settings),
            ImportApisVerb.Create(settings),
            VerifyAuditVerb.Create(settings),
        };
        root.SetAction((_, cancellationToken) => ServeVerb.RunAsync(settings, cancellationToken));
        return root;
    }

    private static string? Sentence(Exception exception) => exception switch
    {
        ProblemException problem => string.Join(Environment.NewLine, problem.Findings.Select(finding => finding.Message).Prepend(problem.Message).Distinct()),
        IOException or UnauthorizedAccessException => exception.Message,
        _ => null,
    };
}

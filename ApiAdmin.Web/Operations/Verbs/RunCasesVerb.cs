using System.CommandLine;
using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Invocation.Cases;
using ApiAdmin.Web.Invocation.Sandbox;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Runs the saved test cases, for a build server: the exit code says whether all passed.</summary>
public static class RunCasesVerb
{
    public static Command Create(VerbContext context)
    {
        var keys = new Argument<string[]>("KEY") { Description = "Which APIs; none means all that have cases.", Arity = ArgumentArity.ZeroOrMore };
        var junit = new Option<FileInfo?>("--junit") { Description = "Also write the report as JUnit XML; an existing file is replaced.", HelpName = "FILE" };
        var verb = new Command("run-cases", "Run the saved test cases. Exit code 0: all passed, 1: one failed.") { keys, junit };
        verb.SetAction((parsed, cancellationToken) => VerbHost.RunAsync(context, async (services, token) =>
        {
            // A verb starts no hosted services; APIs of the sandbox need theirs all the same. The container ends it.
            await (services.GetService<SandboxHost>()?.StartAsync(token) ?? Task.CompletedTask);
            var cases = services.GetRequiredService<ICaseService>();
            var report = await cases.RunStoredAsync(new HostActor("run-cases"), parsed.GetValue(keys) ?? [], null, token);
            if (parsed.GetValue(junit) is { } file)
            {
                await VerbFiles.WriteAsync(file, JUnitXml.Write(report), token);
            }

            await TellAsync(context.Console, report);
            return report.Passed == report.Total ? CommandLine.Done : CommandLine.Refused;
        }, cancellationToken));
        return verb.WithExamples("run-cases", "run-cases order-status --junit cases.xml");
    }

    private static async Task TellAsync(VerbConsole console, CasesReport report)
    {
        foreach (var test in report.Cases)
        {
            await console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Word(test.State)} {test.Api}: {test.Case} ({test.DurationMs:0} ms)"));
            foreach (var failure in test.Failures)
            {
                await console.Output.WriteLineAsync($"         {failure.Message}");
            }

            if (test is { State: CaseState.Failed, Message: { } message })
            {
                await console.Output.WriteLineAsync($"         {message}");
            }
        }

        await (report.Total == 0
            ? console.Error.WriteLineAsync("There are no cases. Save a run as a test case on the page of an API.")
            : console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Passed} of {report.Total} cases passed")));
    }

    private static string Word(CaseState state) => state switch { CaseState.Passed => "passed  ", CaseState.Failed => "FAILED  ", _ => "not run " };
}

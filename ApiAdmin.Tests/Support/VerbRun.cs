using ApiAdmin.Web.Operations;
using ApiAdmin.Web.Operations.Verbs;

namespace ApiAdmin.Tests.Support;

/// <summary>A verb run in this process, with everything it said.</summary>
public sealed record VerbRun(int ExitCode, string Output, string Error)
{
    /// <param name="typed">What the person at the terminal types, answer by answer; null where there is no terminal.</param>
    public static async Task<VerbRun> RunAsync(TestStore store, IEnumerable<string> arguments, string input = "", IReadOnlyList<string>? typed = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var answers = new Queue<string>(typed ?? []);
        var console = new VerbConsole(new StringReader(input), output, error) { AskHidden = typed is null ? null : _ => answers.Dequeue() };
        var settings = store.Settings.Where(entry => entry.Value?.Length > 0).Select(entry => $"--{entry.Key}={entry.Value}");
        var code = await CommandLine.RunAsync([.. arguments, .. settings], console);
        return new VerbRun(code, output.ToString(), error.ToString());
    }
}

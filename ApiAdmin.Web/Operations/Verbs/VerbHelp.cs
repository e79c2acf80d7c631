using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>A verb's help ends with lines that can be typed as they stand.</summary>
public static class VerbHelp
{
    public static TCommand WithExamples<TCommand>(this TCommand command, params string[] examples)
        where TCommand : Command
    {
        var help = command.Options.OfType<HelpOption>().FirstOrDefault();
        if (help is null)
        {
            command.Options.Add(help = new HelpOption());
        }

        help.Action = new WithExamplesAction((HelpAction)help.Action!, examples);
        return command;
    }

    private sealed class WithExamplesAction(HelpAction inner, IReadOnlyList<string> examples) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = inner.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
            output.WriteLine("Every setting can stand beside it: --Storage:DataDirectory=/var/lib/apiadmin. README.md lists them.");
            return code;
        }
    }
}

using System.CommandLine;
using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Seeding;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Adds made-up customers, to try and to measure with.</summary>
public static class SeedVerb
{
    public static Command Create(VerbContext context)
    {
        var count = new Option<int>("--customers") { Description = "How many, up to 10,000,000.", HelpName = "N", Required = true };
        var seed = new Option<int>("--seed") { Description = "The same number makes the same customers.", HelpName = "S", DefaultValueFactory = _ => 1 };
        var verb = new Command("seed", "Add made-up customers of many countries, to try and to measure with.") { count, seed };
        verb.SetAction((parsed, cancellationToken) => VerbHost.RunAsync(context, async (services, token) =>
        {
            var wanted = parsed.GetRequiredValue(count);
            var progress = new Counter(context.Console, wanted);
            await services.GetRequiredService<CustomerSeeder>().SeedAsync(new HostActor("seed"), wanted, parsed.GetValue(seed), progress, token);
            await context.Console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"added {wanted} customers"));
            return CommandLine.Done;
        }, cancellationToken));
        return verb.WithExamples("seed --customers 100000");
    }

    /// <summary>A line on standard error for every tenth that is done.</summary>
    private sealed class Counter(VerbConsole console, int wanted) : IProgress<int>
    {
        private int told;

        public void Report(int value)
        {
            var tenth = (int)(value * 10L / wanted);
            if (tenth > told)
            {
                told = tenth;
                console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} of {wanted}"));
            }
        }
    }
}

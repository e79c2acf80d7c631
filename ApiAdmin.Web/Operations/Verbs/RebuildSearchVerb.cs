using System.CommandLine;
using System.Globalization;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Makes the search index of customers anew.</summary>
public static class RebuildSearchVerb
{
    public static Command Create(VerbContext context)
    {
        var verb = new Command("rebuild-search", "Make the search index of customers anew; others can go on writing, and find what is done so far.");
        verb.SetAction((_, cancellationToken) => VerbHost.RunAsync(context, async (services, token) =>
        {
            var count = await services.GetRequiredService<CustomerSearchService>().RebuildAsync(new HostActor("rebuild-search"), null, token);
            await context.Console.Output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{count} customers are in the index"));
            return CommandLine.Done;
        }, cancellationToken));
        return verb.WithExamples("rebuild-search");
    }
}

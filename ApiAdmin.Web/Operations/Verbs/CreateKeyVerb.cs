using System.CommandLine;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Makes an API key; the key stands alone on the last line of standard output and is shown only there.</summary>
public static class CreateKeyVerb
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var name = new Option<string>("--name") { Required = true, Description = "What the key is for." };
        var scopes = new Option<string>("--scopes") { Required = true, Description = $"Separated by commas: {string.Join(", ", Scopes.All)}." };
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "When it stops working, as 2027-01-31 or 2027-01-31T18:00Z; never when left out." };
        var verb = new Command("create-key", "Make an API key and print it once.") { name, scopes, expires };
        verb.SetAction((parsed, cancellationToken) => VerbHost.RunAsync(settings, async (services, token) =>
        {
            var wanted = parsed.GetRequiredValue(scopes).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var key = new NewApiKey(parsed.GetRequiredValue(name), [.. wanted], parsed.GetValue(expires));
            var made = await services.GetRequiredService<ApiKeyService>().CreateAsync(new HostActor("create-key"), key, token);
            await Console.Error.WriteLineAsync("Keep this key now: it is stored only as a hash and never shown again.");
            Console.WriteLine(made.Text);
            return CommandLine.Done;
        }, cancellationToken));
        return verb;
    }
}

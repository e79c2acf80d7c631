using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Makes an API key; the key stands alone on the last line of standard output and is shown only there.</summary>
public static class CreateKeyVerb
{
    private static readonly string[] Times = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK"];

    public static Command Create(VerbContext context)
    {
        var name = new Option<string>("--name") { Required = true, Description = "What the key is for.", HelpName = "NAME" };
        var scopes = new Option<string[]>("--scopes")
        {
            Required = true, Description = $"Separated by commas: {string.Join(", ", Scopes.All)}.", HelpName = "SCOPES",
            CustomParser = ReadScopes, Arity = ArgumentArity.ExactlyOne,
        };
        var expires = new Option<DateTimeOffset?>("--expires")
        {
            Description = "When it stops working (UTC unless it says otherwise), as 2027-01-31 or 2027-01-31T18:00Z; never when left out.", HelpName = "TIME",
            CustomParser = ReadTime,
        };
        var verb = new Command("create-key", "Make an API key and print it once, alone on the last line.") { name, scopes, expires };
        verb.SetAction((parsed, cancellationToken) => VerbHost.RunAsync(context, async (services, token) =>
        {
            var key = new NewApiKey(parsed.GetRequiredValue(name), [.. parsed.GetRequiredValue(scopes)], parsed.GetValue(expires));
            var made = await services.GetRequiredService<ApiKeyService>().CreateAsync(new HostActor("create-key"), key, token);
            await context.Console.Error.WriteLineAsync("Keep this key now: it is stored only as a hash and never shown again.");
            await context.Console.Output.WriteLineAsync(made.Text);
            return CommandLine.Done;
        }, cancellationToken));
        return verb.WithExamples(
            "create-key --name billing --scopes apis:read,apis:write",
            "create-key --name nightly --scopes apis:read --expires 2027-01-31");
    }

    private static string[] ReadScopes(ArgumentResult result)
    {
        var wanted = result.Tokens[^1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var scope in wanted.Except(Scopes.All))
        {
            result.AddError($"There is no scope {Quoted.Text(scope)}.{Nearest.Hint(scope, Scopes.All)} Choose from {string.Join(", ", Scopes.All)}.");
        }

        if (wanted.Length == 0)
        {
            result.AddError($"--scopes is empty. Choose from {string.Join(", ", Scopes.All)}.");
        }

        return wanted;
    }

    private static DateTimeOffset? ReadTime(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (DateTimeOffset.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        result.AddError($"--expires is {Quoted.Text(text)}, which is no time. Write 2027-01-31 or 2027-01-31T18:00Z.");
        return null;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Makes a user from the machine itself: the way in when nobody can sign in, and the way to set up without a browser.</summary>
public static class CreateUserVerb
{
    public static Command Create(VerbContext context)
    {
        var email = new Option<string>("--email") { Required = true, Description = "The e-mail address to sign in with.", HelpName = "EMAIL" };
        var role = new Option<Role>("--role") { Required = true, Description = $"One of {Roles}.", HelpName = "ROLE" };
        role.CustomParser = ReadRole;
        var name = new Option<string>("--name") { Description = "What people call the user; the e-mail when left out.", HelpName = "NAME" };
        var fromInput = new Option<bool>("--password-stdin") { Description = "Read the password as one line from standard input; else it is asked for at the terminal." };
        var verb = new Command("create-user", "Make a user and print the id. Closes /setup.") { email, role, name, fromInput };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            if (!parsed.GetValue(fromInput) && context.Console.AskHidden is null)
            {
                return await context.Console.WrongUsageAsync(
                    "There is no terminal to ask for the password. Add --password-stdin and give the password as one line on standard input.");
            }

            var password = await PasswordAsync(context.Console, parsed.GetValue(fromInput), cancellationToken);
            var user = new NewUser(parsed.GetRequiredValue(email), parsed.GetRequiredValue(role), password, parsed.GetValue(name) ?? "");
            return await VerbHost.RunAsync(context, async (services, token) =>
            {
                var made = await services.GetRequiredService<UserService>().CreateAsync(new HostActor("create-user"), user, token);
                await context.Console.Error.WriteLineAsync($"{made.Role} {made.Email} can sign in now.");
                await context.Console.Output.WriteLineAsync(made.Id.ToString());
                return CommandLine.Done;
            }, cancellationToken);
        });
        return verb.WithExamples(
            "create-user --email ana@example.com --role Developer",
            "create-user --email ana@example.com --role Administrator --password-stdin < password.txt");
    }

    private static string Roles => string.Join(", ", Enum.GetNames<Role>());

    // Not Enum.TryParse alone: that takes numbers too.
    private static Role ReadRole(ArgumentResult result)
    {
        var text = result.Tokens[^1].Value;
        if (Enum.GetNames<Role>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<Role>(text, ignoreCase: true);
        }

        result.AddError($"There is no role {Quoted.Text(text)}.{Nearest.Hint(text, Enum.GetNames<Role>())} Choose one of {Roles}.");
        return default;
    }

    private static async Task<string> PasswordAsync(VerbConsole console, bool fromInput, CancellationToken cancellationToken)
    {
        if (fromInput)
        {
            return await console.Input.ReadLineAsync(cancellationToken)
                ?? throw new StartRefusedException("Standard input ended without a password. Give it as one line, for example with < password.txt.");
        }

        var password = console.AskHidden!("Password: ");
        return console.AskHidden("The same again: ") == password
            ? password
            : throw new StartRefusedException("The two passwords differ, so no user was made. Run create-user again.");
    }
}

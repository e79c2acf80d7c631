using System.CommandLine;
using ApiAdmin.Core.Access;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Makes a user from the machine itself: the way in when nobody can sign in, and the way to set up without a browser.</summary>
public static class CreateUserVerb
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var email = new Option<string>("--email") { Required = true, Description = "The e-mail address to sign in with." };
        var role = new Option<Role>("--role") { Required = true, Description = "Administrator, Developer, Supervisor or Agent." };
        var name = new Option<string>("--name") { Description = "What people call the user; the e-mail when left out.", DefaultValueFactory = _ => "" };
        var fromInput = new Option<bool>("--password-stdin") { Required = true, Description = "Read the password as one line from standard input." };
        var verb = new Command("create-user", "Make a user. Closes /setup.") { email, role, name, fromInput };
        verb.SetAction((parsed, cancellationToken) => VerbHost.RunAsync(settings, async (services, token) =>
        {
            var password = await Console.In.ReadLineAsync(token) ?? "";
            var user = new NewUser(parsed.GetRequiredValue(email), parsed.GetRequiredValue(role), password, parsed.GetValue(name) ?? "");
            var made = await services.GetRequiredService<UserService>().CreateAsync(new HostActor("create-user"), user, token);
            await Console.Error.WriteLineAsync($"{made.Role} {made.Email} can sign in now.");
            Console.WriteLine(made.Id);
            return CommandLine.Done;
        }, cancellationToken));
        return verb;
    }
}

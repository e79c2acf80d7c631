using System.CommandLine;
using System.CommandLine.Parsing;
using ApiAdmin.Core;

namespace ApiAdmin.Web.Operations;

/// <summary>What is wrong with a command line, in sentences that name the near match; never a value after an unknown option, which may be a secret.</summary>
internal static class UsageErrors
{
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        if (Swallowed(parsed.CommandResult).ToList() is { Count: > 0 } swallowed)
        {
            return swallowed;
        }

        return parsed.UnmatchedTokens.Count > 0 || parsed.Errors.Count > 0 ? Told(parsed) : [];
    }

    /// <summary>The parser takes an option for the value of what stands before it; nothing of ours begins with two dashes but options.</summary>
    private static IEnumerable<string> Swallowed(CommandResult command) => command.Children
        .Where(child => child.Tokens.Count > 0 && child.Tokens[0].Value.StartsWith("--", StringComparison.Ordinal))
        .Select(child => child is OptionResult option
            ? $"The option {option.Option.Name} has no value."
            : UnknownOption(command.Command, child.Tokens[0].Value.Split('=')[0]));

    private static IEnumerable<string> Told(ParseResult parsed)
    {
        var unknown = parsed.UnmatchedTokens;
        foreach (var (index, token) in unknown.Index())
        {
            if (token.StartsWith('-'))
            {
                yield return UnknownOption(parsed.CommandResult.Command, token.Split('=')[0]);
            }
            else if (index == 0 || !unknown[index - 1].StartsWith('-'))
            {
                yield return Unexpected(parsed.CommandResult.Command, token);
            }
        }

        foreach (var error in parsed.Errors.Where(error => !unknown.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal))))
        {
            yield return error.Message;
        }
    }

    private static string UnknownOption(Command command, string option)
    {
        var known = command.Options.Select(one => one.Name).Concat(SettingArguments.Names.Select(name => $"--{name}"));
        return $"There is no option {Quoted.Text(option)}.{Nearest.Hint(option, known)}";
    }

    private static string Unexpected(Command command, string token)
    {
        if (command is not RootCommand)
        {
            return $"{Quoted.Text(token)} is too much: {command.Name} takes {(command.Arguments.Count == 0 ? "options only" : "one file")}.";
        }

        var verbs = command.Subcommands.Select(verb => verb.Name).ToList();
        return $"There is no verb {Quoted.Text(token)}.{Nearest.Hint(token, verbs)} The verbs are {string.Join(", ", verbs)}.";
    }
}

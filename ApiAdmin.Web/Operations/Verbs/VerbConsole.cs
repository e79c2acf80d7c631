using System.Text;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Where a verb reads and talks: results on <see cref="Output"/>, everything else on <see cref="Error"/>.</summary>
public sealed record VerbConsole(TextReader Input, TextWriter Output, TextWriter Error)
{
    /// <summary>Asks the person at the terminal for something that is not shown while it is typed; null where nobody sits there.</summary>
    public Func<string, string>? AskHidden { get; init; }

    public static VerbConsole Standard() => new(Console.In, Console.Out, Console.Error)
    {
        AskHidden = Console.IsInputRedirected ? null : AskAtTerminal,
    };

    /// <summary>Says what is wrong with the way a verb was called.</summary>
    public async Task<int> WrongUsageAsync(string sentence)
    {
        await Error.WriteLineAsync(sentence);
        return CommandLine.WrongUsage;
    }

    private static string AskAtTerminal(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}

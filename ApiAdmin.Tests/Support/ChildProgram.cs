using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using Microsoft.Extensions.DependencyInjection;

namespace ApiAdmin.Tests.Support;

/// <summary>
/// What this assembly does when run as a program: the child that tests start and kill. Storage settings come by the
/// environment, so that the child's store is the test's.
/// </summary>
public static class ChildProgram
{
    public const string Start = "child-start";
    public const string Write = "child-write";
    public const string Rewrap = "child-rewrap";

    public static async Task<int> Main(string[] args)
    {
        if (args is [ChildReader.Verb, var port, var maxBytes, var timeoutMs])
        {
            await ChildReader.RunAsync(int.Parse(port), int.Parse(maxBytes), int.Parse(timeoutMs));
            return 0;
        }

        if (args is not [Start or Write or Rewrap, ..])
        {
            return 0;
        }

        new Thread(EndWithItsTest) { IsBackground = true }.Start();
        var settings = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => ((string)entry.Key).Replace("__", ":"), entry => (string?)entry.Value);
        await using var services = TestDatabase.Build(
            settings, (collection, configuration) => AccessFixture.Configure(collection, configuration, TimeProvider.System));
        Console.WriteLine("starting");
        await services.GetRequiredService<DatabaseInitializer>().InitializeAsync(default);
        Console.WriteLine("started");
        if (args[0] == Write)
        {
            await WriteForEverAsync(services.GetRequiredService<ISecretService>(), args[1]);
        }

        if (args[0] == Rewrap)
        {
            await services.GetRequiredService<SecretRewrap>().RunAsync(new HostActor("child"), batch => WaitAfterAsync(batch, args[1]), default);
        }

        return 0;
    }

    // The test holds the other end of the input: when that is gone, so is the reason to go on.
    private static void EndWithItsTest()
    {
        while (Console.In.Read() >= 0)
        {
        }

        Environment.Exit(2);
    }

    /// <summary>Says where it is and stays there, to be killed.</summary>
    private static Task WaitAfterAsync(int batch, string last)
    {
        Console.WriteLine($"batch {batch}");
        return batch.ToString() == last ? Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System) : Task.CompletedTask;
    }

    private static async Task WriteForEverAsync(ISecretService secrets, string round)
    {
        for (var i = 0; ; i++)
        {
            var name = $"r{round}-{i}";
            await secrets.PutAsync(new HostActor("child"), name, $"value of {name}", ["a.example"], default);
            Console.WriteLine(name);
        }
    }
}

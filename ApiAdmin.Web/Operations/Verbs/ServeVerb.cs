using System.CommandLine;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Serves the web application until it is told to stop.</summary>
public static class ServeVerb
{
    public static Command Create(IReadOnlyList<string> settings)
    {
        var verb = new Command("serve", "Serve the web application (the default).");
        verb.SetAction((_, cancellationToken) => RunAsync(settings, cancellationToken));
        return verb;
    }

    public static async Task<int> RunAsync(IReadOnlyList<string> settings, CancellationToken cancellationToken)
    {
        await using var app = Program.Create(settings);
        await app.StartAsync(cancellationToken);
        await AnnounceAsync(app.Services, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Done;
    }

    private static async Task AnnounceAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var address = services.GetRequiredService<SiteAddress>().ForPeople;
        Console.WriteLine($"Data directory: {services.GetRequiredService<StorageOptions>().DataDirectory}");
        Console.WriteLine($"ApiAdmin is ready: {address}");
        if (await services.GetRequiredService<SetupService>().TokenAsync(cancellationToken) is { } token)
        {
            Console.WriteLine($"Create the first administrator: {address}/setup?token={token}");
        }

        await Console.Out.FlushAsync(cancellationToken);
    }
}

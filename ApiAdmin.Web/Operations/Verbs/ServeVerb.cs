using System.CommandLine;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Serves the web application until it is told to stop.</summary>
public static class ServeVerb
{
    public static Command Create(VerbContext context)
    {
        var verb = new Command("serve", "Serve the web application (the default).");
        verb.SetAction((_, cancellationToken) => RunAsync(context, cancellationToken));
        return verb.WithExamples("serve", "serve --Urls=http://127.0.0.1:8080 --Storage:DataDirectory=/var/lib/apiadmin");
    }

    public static async Task<int> RunAsync(VerbContext context, CancellationToken cancellationToken)
    {
        await using var app = Program.Create(context.Settings);
        await app.StartAsync(cancellationToken);
        await AnnounceAsync(app.Services, context.Console.Output, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return CommandLine.Done;
    }

    private static async Task AnnounceAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        var address = services.GetRequiredService<SiteAddress>().ForPeople;
        await output.WriteLineAsync($"Data directory: {services.GetRequiredService<StorageOptions>().DataDirectory}");
        await output.WriteLineAsync($"ApiAdmin is ready: {address}");
        if (await services.GetRequiredService<SetupService>().TokenAsync(cancellationToken) is { } token)
        {
            await output.WriteLineAsync($"Create the first administrator: {address}/setup?token={token}");
        }

        await output.FlushAsync(cancellationToken);
    }
}

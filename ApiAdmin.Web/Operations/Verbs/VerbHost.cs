using ApiAdmin.Core.Data;

namespace ApiAdmin.Web.Operations.Verbs;

/// <summary>Runs a verb with the same services as the web application, on the migrated store, listening nowhere.</summary>
public static class VerbHost
{
    public static async Task<int> RunAsync(
        VerbContext context, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        await using var app = Program.Create(["--Logging:LogLevel:Default=Warning", .. context.Settings]);
        await app.Services.GetRequiredService<DatabaseInitializer>().InitializeAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider, cancellationToken);
    }
}

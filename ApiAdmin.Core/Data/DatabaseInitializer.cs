using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace ApiAdmin.Core.Data;

/// <summary>
/// Makes or migrates the database and runs the features' start steps; called before serving and by every command-line
/// verb that touches data. 1 data directory · 2 start lock · 3 prepare (create, refuse, back up, recover) · 4 migrate ·
/// 5 finish · 6 steps. Killed at any point it leaves what the next start can go on from.
/// </summary>
public sealed class DatabaseInitializer
{
    private readonly StorageOptions options;
    private readonly IDatabaseEngine engine;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly IEnumerable<IStartStep> steps;
    private readonly ILogger<DatabaseInitializer> log;

    internal DatabaseInitializer(
        StorageOptions options, IDatabaseEngine engine, IDbContextFactory<AppDbContext> contexts, IEnumerable<IStartStep> steps,
        ILogger<DatabaseInitializer> log)
    {
        (this.options, this.engine, this.contexts, this.steps, this.log) = (options, engine, contexts, steps, log);
    }

    /// <exception cref="StartRefusedException">The program must not start; the sentence says why and what to do.</exception>
    public async Task InitializeAsync(CancellationToken cancellationToken)
    {
        PrivateFiles.CreateDirectory(options.DataDirectory);
        await using var startLock = await engine.LockStartAsync(cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        await engine.PrepareAsync(db, cancellationToken);
        await RefuseNewerAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await engine.FinishAsync(db, cancellationToken);
        foreach (var step in steps)
        {
            await step.RunAsync(db, cancellationToken);
        }

        DataLog.Ready(log, options.Provider, options.DataDirectory);
    }

    private static async Task RefuseNewerAsync(AppDbContext db, CancellationToken cancellationToken)
    {
        var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
        var unknown = applied.Except(db.Database.GetMigrations(), StringComparer.Ordinal).ToList();
        if (unknown.Count > 0)
        {
            throw new StartRefusedException(
                $"The database was written by a newer version of ApiAdmin (it has {unknown[^1]}). Start that version, or restore the "
                + "backup that it made before migrating.");
        }
    }
}

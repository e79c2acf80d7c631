namespace ApiAdmin.Core.Data;

/// <summary>Something a feature must do once at start on the migrated database, before anything is served.</summary>
public interface IStartStep
{
    /// <summary>Runs while this start holds the start lock. <see cref="StartRefusedException"/> stops the program.</summary>
    Task RunAsync(AppDbContext db, CancellationToken cancellationToken);
}

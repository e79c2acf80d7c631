namespace ApiAdmin.Core.Data;

/// <summary>What starting on one kind of database takes beyond EF's migrations.</summary>
internal interface IDatabaseEngine
{
    /// <summary>Keeps every other start on the same data out until disposed. Falls with the process that holds it.</summary>
    Task<IAsyncDisposable> LockStartAsync(CancellationToken cancellationToken);

    /// <summary>Under the lock, before migrations: makes the database ready for them, or refuses it.</summary>
    Task PrepareAsync(AppDbContext db, CancellationToken cancellationToken);

    /// <summary>Under the lock, after migrations.</summary>
    Task FinishAsync(AppDbContext db, CancellationToken cancellationToken);
}

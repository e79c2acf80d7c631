using ApiAdmin.Core.Access;
using ApiAdmin.Core.Customers.Validation;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Customers.Import;

/// <summary>Keeps how kinds of files are read, each under a name, for everybody who imports.</summary>
public sealed class ImportProfileService
{
    private const int LongestName = 100;
    private const int MostProfiles = 200;

    private readonly IAuthorizer authorizer;
    private readonly IDbContextFactory<AppDbContext> contexts;
    private readonly AuditLog audit;
    private readonly TimeProvider clock;

    internal ImportProfileService(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, AuditLog audit, TimeProvider clock) =>
        (this.authorizer, this.contexts, this.audit, this.clock) = (authorizer, contexts, audit, clock);

    [Demands(Operation.ImportCustomers)]
    public async Task<IReadOnlyList<ImportProfile>> ListAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await db.ImportProfiles.AsNoTracking().OrderBy(row => row.Name).Take(MostProfiles).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ImportProfile(row.Name, ImportJobs.ReadSettings(row.SettingsJson), row.ChangedBy, row.ChangedAt))];
    }

    /// <summary>Keeps the settings under the name, in place of what stood there.</summary>
    [Demands(Operation.ImportCustomers)]
    public Task SaveAsync(Actor actor, string name, ImportSettings settings, CancellationToken cancellationToken) => WriteAsync(
        actor, "import-profile.put", name,
        async (db, kept) =>
        {
            if (StoredText.Required("name", kept, "The name of the profile", LongestName) is { } finding)
            {
                throw new InvalidException([finding]);
            }

            var row = await db.ImportProfiles.SingleOrDefaultAsync(row => row.Name == kept, cancellationToken);
            if (row is null)
            {
                db.ImportProfiles.Add(new ImportProfileRow { Name = kept, SettingsJson = ImportJobs.Write(settings), ChangedAt = clock.GetUtcNow(), ChangedBy = actor.Name });
                return;
            }

            (row.SettingsJson, row.ChangedAt, row.ChangedBy) = (ImportJobs.Write(settings), clock.GetUtcNow(), actor.Name);
        },
        cancellationToken);

    [Demands(Operation.ImportCustomers)]
    public Task DeleteAsync(Actor actor, string name, CancellationToken cancellationToken) => WriteAsync(
        actor, "import-profile.delete", name,
        (db, kept) => db.ImportProfiles.Where(row => row.Name == kept).ExecuteDeleteAsync(cancellationToken),
        cancellationToken);

    private async Task WriteAsync(
        Actor actor, string action, string name, Func<AppDbContext, string, Task> change, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ImportCustomers, cancellationToken);
        var kept = name.Trim();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        await change(db, kept);
        await audit.AppendAsync(db, actor, action, $"import-profile:{kept}", [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}

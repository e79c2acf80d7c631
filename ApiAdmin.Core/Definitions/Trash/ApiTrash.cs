using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Storing;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Trash;

internal sealed class ApiTrash(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, DefinitionWriter writer) : IApiTrash
{
    [Demands(Operation.WriteApis)]
    public async Task<PagedList<TrashedApi>> ListAsync(Actor actor, int page, int pageSize, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        var (at, size) = (Math.Clamp(page, 1, 1_000_000), Math.Clamp(pageSize, 1, PagedList<TrashedApi>.LargestPage));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sorted = In(db).AsNoTracking().OrderByDescending(row => row.DeletedAt).ThenByDescending(row => row.Id);
        var items = await sorted.Skip((at - 1) * size).Take(size)
            .Select(row => new TrashedApi
            {
                Id = row.Id, Key = row.Key, Name = row.Name, Category = row.Category, Method = row.Method,
                DeletedAt = row.DeletedAt!.Value, DeletedBy = row.DeletedBy ?? "",
            })
            .ToListAsync(cancellationToken);
        var total = await sorted.Take(PagedList<TrashedApi>.CountedTo).CountAsync(cancellationToken);
        return new PagedList<TrashedApi>(items, at, size, total);
    }

    [Demands(Operation.WriteApis)]
    public async Task<string> RestoreAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var row = await FindAsync(db, id, cancellationToken);
        await writer.RestoreAsync(db, actor, row, await FreeKey.RestoredAsync(db, row.Key, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row.Key;
    }

    [Demands(Operation.WriteApis)]
    public async Task PurgeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        await writer.PurgeAsync(db, actor, await FindAsync(db, id, cancellationToken), cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    internal static IQueryable<ApiRow> In(AppDbContext db) => db.Apis.IgnoreQueryFilters().Where(row => row.DeletedAt != null);

    private static async Task<ApiRow> FindAsync(AppDbContext db, Guid id, CancellationToken cancellationToken) =>
        await In(db).SingleOrDefaultAsync(row => row.Id == id, cancellationToken)
            ?? throw new NotFoundException("This API is no longer in the trash: somebody restored it, or it was deleted for ever.");
}

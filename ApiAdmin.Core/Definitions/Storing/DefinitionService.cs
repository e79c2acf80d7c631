using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Validation;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Storing;

internal sealed class DefinitionService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, DefinitionWriter writer, ValidationContext limits) : IDefinitionService
{
    [Demands(Operation.ReadApis)]
    public async Task<PagedList<ApiSummary>> ListAsync(Actor actor, ApiListQuery query, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ApiList.ReadAsync(db, query, (actor as UserActor)?.UserId, cancellationToken);
    }

    [Demands(Operation.ReadApis)]
    public async Task<ApiCategories> CategoryTreeAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return CategoryTree.Of(await ApiList.CountedPathsAsync(db, cancellationToken));
    }

    [Demands(Operation.ReadApis)]
    public async Task<IReadOnlyList<string>> CategoriesAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await ApiList.CategoriesAsync(db, cancellationToken);
    }

    [Demands(Operation.ReadApis)]
    public async Task<StoredApi> GetAsync(Actor actor, string key, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (row, draft) = await FindAsync(db, key, cancellationToken);
        var definition = StoredDefinition.Read(draft);
        var secrets = await SecretsAsync(db, cancellationToken);
        var warnings = DefinitionValidator.Validate(definition, limits with { KnownSecrets = secrets }).Warnings;
        return StoredDefinition.Of(row, definition, warnings);
    }

    [Demands(Operation.WriteApis)]
    public async Task<StoredApi> CreateAsync(Actor actor, ApiDefinition definition, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        _ = DefinitionValidator.Demand(definition, limits);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        await DemandFreeAsync(db, definition.Key, cancellationToken);
        var row = await writer.AddAsync(db, actor, definition, cancellationToken);
        return await CommitAsync(db, transaction, row, definition, cancellationToken);
    }

    [Demands(Operation.WriteApis)]
    public async Task<StoredApi> DuplicateAsync(Actor actor, string key, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var (_, draft) = await FindAsync(db, key, cancellationToken);
        var copy = await DefinitionCopy.OfAsync(db, StoredDefinition.Read(draft), cancellationToken);
        var row = await writer.AddCopyAsync(db, actor, key, copy, cancellationToken);
        return await CommitAsync(db, transaction, row, copy, cancellationToken);
    }

    [Demands(Operation.WriteApis)]
    public async Task<StoredApi> UpdateAsync(
        Actor actor, string key, ApiDefinition definition, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        _ = DefinitionValidator.Demand(definition, limits);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var (row, draft) = await FindAsync(db, key, cancellationToken);
        StoredDefinition.DemandCurrent(row, ifMatch);
        if (definition.Key != key)
        {
            await DemandFreeAsync(db, definition.Key, cancellationToken);
        }

        await writer.ChangeAsync(db, actor, (row, draft), definition, cancellationToken);
        return await CommitAsync(db, transaction, row, definition, cancellationToken);
    }

    [Demands(Operation.WriteApis)]
    public async Task<Guid> DeleteAsync(Actor actor, string key, VersionMatch ifMatch, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var (row, _) = await FindAsync(db, key, cancellationToken);
        StoredDefinition.DemandCurrent(row, ifMatch);
        await writer.TrashAsync(db, actor, row, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return row.Id;
    }

    private async Task<StoredApi> CommitAsync(
        AppDbContext db, WriteTransaction transaction, ApiRow row, ApiDefinition definition, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        var secrets = await SecretsAsync(db, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        var warnings = DefinitionValidator.Validate(definition, limits with { KnownSecrets = secrets }).Warnings;
        return StoredDefinition.Of(row, definition, warnings);
    }

    private static async Task<(ApiRow Row, ApiDraftRow Draft)> FindAsync(AppDbContext db, string key, CancellationToken cancellationToken)
    {
        var id = await StoredDefinition.IdAsync(db, key, cancellationToken) ?? throw await StoredDefinition.MissingAsync(db, key, cancellationToken);
        return (await db.Apis.SingleAsync(api => api.Id == id, cancellationToken), await db.ApiDrafts.SingleAsync(draft => draft.ApiId == id, cancellationToken));
    }

    private static async Task DemandFreeAsync(AppDbContext db, string key, CancellationToken cancellationToken)
    {
        if (await db.Apis.AnyAsync(api => api.Key == key, cancellationToken))
        {
            var message = $"The key \"{key}\" belongs to another API; choose another key.";
            throw new TakenException(message, [new Finding("key", FindingCodes.Taken, message)]);
        }
    }

    private static async Task<HashSet<string>> SecretsAsync(AppDbContext db, CancellationToken cancellationToken) =>
        await db.Secrets.Select(secret => secret.Name).ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
}

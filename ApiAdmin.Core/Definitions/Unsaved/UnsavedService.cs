using System.Text.Json;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Unsaved;

internal sealed class UnsavedService(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, TimeProvider clock) : IUnsavedService
{
    public const int MostPerPerson = 200;
    public const int MostCharacters = 8 * 1024 * 1024;

    [Demands(Operation.WriteApis)]
    public async Task<IReadOnlyList<UnsavedWork>> ListAsync(Actor actor, string? key, CancellationToken cancellationToken)
    {
        var user = await DemandPersonAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var api = await FindAsync(db, key, cancellationToken);
        if (key is not null && api is null)
        {
            return [];
        }

        var rows = await db.Unsaved.AsNoTracking().Where(row => row.UserId == user && row.ApiId == api)
            .OrderByDescending(row => row.ChangedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Read).OfType<UnsavedWork>()];
    }

    [Demands(Operation.WriteApis)]
    public async Task<Guid> KeepAsync(Actor actor, FormState state, Guid? id, CancellationToken cancellationToken)
    {
        var user = await DemandPersonAsync(actor, cancellationToken);
        var (basis, text) = (DefinitionJson.Write(state.Base), DefinitionJson.Write(state.Definition));
        if (text.Length > MostCharacters)
        {
            throw new InvalidException([], "What is on the page is too large to be kept until it is saved; save it, or take something away.");
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var kept = await db.Unsaved.Where(row => row.Id == id && row.UserId == user && row.Holder == state.Place.Holder).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.DefinitionJson, text).SetProperty(row => row.BaseJson, basis)
                .SetProperty(row => row.BaseTag, state.BaseTag).SetProperty(row => row.ChangedAt, now),
            cancellationToken);
        var stored = kept > 0 ? id!.Value : await AddAsync(db, user, state, (basis, text), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return stored;
    }

    [Demands(Operation.WriteApis)]
    public async Task<bool> TakeAsync(Actor actor, Guid id, FormPlace place, CancellationToken cancellationToken)
    {
        var user = await DemandPersonAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var taken = await db.Unsaved.Where(row => row.Id == id && row.UserId == user).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Holder, place.Holder).SetProperty(row => row.Tab, place.Tab), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return taken > 0;
    }

    [Demands(Operation.WriteApis)]
    public async Task ForgetAsync(Actor actor, Guid id, Guid holder, CancellationToken cancellationToken)
    {
        var user = await DemandPersonAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        await db.Unsaved.Where(row => row.Id == id && row.UserId == user && row.Holder == holder).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task<Guid?> FindAsync(AppDbContext db, string? key, CancellationToken cancellationToken) =>
        key is null || key.Contains('\0', StringComparison.Ordinal)
            ? null
            : await db.Apis.Where(api => api.Key == key).Select(api => (Guid?)api.Id).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Null for one that an earlier version of the program wrote and this one cannot read.</summary>
    private static UnsavedWork? Read(UnsavedRow row)
    {
        try
        {
            var basis = JsonSerializer.Deserialize<ApiDefinition>(row.BaseJson, DefinitionJson.Options)!;
            var definition = JsonSerializer.Deserialize<ApiDefinition>(row.DefinitionJson, DefinitionJson.Options)!;
            return new UnsavedWork(row.Id, new FormPlace(row.Holder, row.Tab), row.BaseTag, basis, definition, row.ChangedAt);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<Guid> AddAsync(
        AppDbContext db, Guid user, FormState state, (string Base, string Definition) json, CancellationToken cancellationToken)
    {
        var api = await FindAsync(db, state.Key, cancellationToken);
        if (state.Key is not null && api is null)
        {
            throw new NotFoundException($"There is no API {Quoted.Text(state.Key)} any more: somebody renamed or deleted it. What you typed stands only on this page.");
        }

        if (await db.Unsaved.CountAsync(row => row.UserId == user, cancellationToken) >= MostPerPerson)
        {
            throw new InvalidException([], $"You have unsaved changes in {MostPerPerson} forms; save or discard some, and what you type is kept again.");
        }

        var now = clock.GetUtcNow();
        var row = new UnsavedRow
        {
            Id = Guid.CreateVersion7(now),
            UserId = user,
            ApiId = api,
            Holder = state.Place.Holder,
            Tab = state.Place.Tab,
            BaseTag = state.BaseTag,
            BaseJson = json.Base,
            DefinitionJson = json.Definition,
            ChangedAt = now,
        };
        db.Unsaved.Add(row);
        await db.SaveChangesAsync(cancellationToken);
        return row.Id;
    }

    private async Task<Guid> DemandPersonAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.WriteApis, cancellationToken);
        return actor is UserActor user ? user.UserId : throw new AccessDeniedException("Only a person has unsaved changes.");
    }
}

using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Storing;
using Mapster;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Personal;

internal sealed class PersonalApis(IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, TimeProvider clock) : IPersonalApis
{
    /// <summary>More than is shown, so that one which goes to the trash leaves no gap.</summary>
    internal const int KeptRecent = 2 * IPersonalApis.MostRecent;

    [Demands(Operation.ReadApis)]
    public async Task<IReadOnlySet<string>> FavouritesAsync(Actor actor, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var user = await DemandAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Favourites.Where(row => row.UserId == user)
            .Join(db.Apis.Where(api => keys.Contains(api.Key)), row => row.ApiId, api => api.Id, (_, api) => api.Key)
            .ToHashSetAsync(StringComparer.Ordinal, cancellationToken);
    }

    [Demands(Operation.ReadApis)]
    public async Task SetFavouriteAsync(Actor actor, string key, bool favourite, CancellationToken cancellationToken)
    {
        var user = await DemandAsync(actor, cancellationToken) ?? throw new AccessDeniedException("Only a person has favourites.");
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var api = await StoredDefinition.IdAsync(db, key, cancellationToken) ?? throw await StoredDefinition.MissingAsync(db, key, cancellationToken);
        var row = await db.Favourites.SingleOrDefaultAsync(row => row.UserId == user && row.ApiId == api, cancellationToken);
        if (favourite && row is null)
        {
            db.Favourites.Add(new FavouriteRow { UserId = user, ApiId = api, AddedAt = clock.GetUtcNow() });
        }
        else if (!favourite && row is not null)
        {
            db.Favourites.Remove(row);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [Demands(Operation.ReadApis)]
    public async Task NoteOpenedAsync(Actor actor, string key, CancellationToken cancellationToken)
    {
        var user = await DemandAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (user is not { } person || await StoredDefinition.IdAsync(db, key, cancellationToken) is not { } api || await IsLatestAsync(db, person, api, cancellationToken))
        {
            return;
        }

        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var rows = await Newest(db, person).ToListAsync(cancellationToken);
        if (rows.Find(row => row.ApiId == api) is { } known)
        {
            known.OpenedAt = clock.GetUtcNow();
        }
        else
        {
            db.Opened.Add(new OpenedRow { UserId = person, ApiId = api, OpenedAt = clock.GetUtcNow() });
            db.Opened.RemoveRange(rows.Skip(KeptRecent - 1));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    [Demands(Operation.ReadApis)]
    public async Task<IReadOnlyList<ApiSummary>> RecentAsync(Actor actor, CancellationToken cancellationToken)
    {
        var user = await DemandAsync(actor, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var opened =
            from row in db.Opened
            where row.UserId == user
            join api in db.Apis on row.ApiId equals api.Id
            orderby row.OpenedAt descending, row.ApiId
            select api;
        return await opened.Take(IPersonalApis.MostRecent).ProjectToType<ApiSummary>(DefinitionMapping.Config).ToListAsync(cancellationToken);
    }

    private static IQueryable<OpenedRow> Newest(AppDbContext db, Guid user) =>
        db.Opened.Where(row => row.UserId == user).OrderByDescending(row => row.OpenedAt).ThenBy(row => row.ApiId);

    private static async Task<bool> IsLatestAsync(AppDbContext db, Guid user, Guid api, CancellationToken cancellationToken) =>
        await Newest(db, user).Select(row => (Guid?)row.ApiId).FirstOrDefaultAsync(cancellationToken) == api;

    /// <returns>Null for an actor that is no person.</returns>
    private async Task<Guid?> DemandAsync(Actor actor, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        return (actor as UserActor)?.UserId;
    }
}

using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Definitions.Conflicts;
using ApiAdmin.Web.Definitions.Editing;
using ApiAdmin.Web.Definitions.Unsaved;
using ApiAdmin.Web.Interchange;

namespace ApiAdmin.Web.Definitions;

/// <summary>What the API page asks of Core, put together for its use.</summary>
public sealed class ApiPageServices(
    IDefinitionService definitions, ISecretService secrets, IAuthorizer authorizer, BrowserTab tab, PendingPaste paste)
{
    public IDefinitionService Definitions => definitions;

    public async Task OfferAsync(Actor actor, EditSession session, bool mayWrite, CancellationToken cancellationToken)
    {
        var mayReadSecrets = await authorizer.AllowsAsync(actor, Operation.ReadSecrets, cancellationToken);
        var names = mayReadSecrets ? await secrets.ListAsync(actor, cancellationToken) : [];
        session.Offer([.. names.Select(s => s.Name)], await definitions.CategoriesAsync(actor, cancellationToken), mayWrite);
    }

    /// <summary>Lets the keeper follow a form; a new one that waits for a pasted request is not filled with anything else.</summary>
    public async Task FollowAsync(UnsavedKeeper keeper, EditSession session, Func<ValueTask<UserActor>> actor, CancellationToken cancellationToken) =>
        await keeper.OpenAsync(session, actor, await tab.IdAsync(cancellationToken), restores: session.Stored is not null || !paste.IsWaiting);

    public Task<StoredApi> SaveAsync(Actor actor, StoredApi? stored, ApiDefinition definition, CancellationToken cancellationToken) =>
        stored is null
            ? definitions.CreateAsync(actor, definition, cancellationToken)
            : definitions.UpdateAsync(actor, stored.Definition.Key, definition, stored.Tag, cancellationToken);

    public async Task<Conflict> CompareAsync(Actor actor, EditSession session, StaleException stale, CancellationToken cancellationToken)
    {
        var theirs = await definitions.GetAsync(actor, session.Stored!.Definition.Key, cancellationToken);
        return new Conflict(stale, session.Model.Saved, theirs, session.Model.Current);
    }
}

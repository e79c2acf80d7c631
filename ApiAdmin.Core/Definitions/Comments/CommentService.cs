using ApiAdmin.Core.Access;
using ApiAdmin.Core.Data;
using ApiAdmin.Core.Definitions.Storing;
using Microsoft.EntityFrameworkCore;

namespace ApiAdmin.Core.Definitions.Comments;

internal sealed class CommentService(
    IAuthorizer authorizer, IDbContextFactory<AppDbContext> contexts, AuditLog audit, TimeProvider clock) : ICommentService
{
    private const int MostAtOnce = 500;

    [Demands(Operation.ReadApis)]
    public async Task<CommentThread> ListAsync(Actor actor, string key, int most, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.ReadApis, cancellationToken);
        var mayWrite = await authorizer.AllowsAsync(actor, Operation.CommentOnApis, cancellationToken);
        var mayAll = mayWrite && await authorizer.AllowsAsync(actor, Operation.ModerateComments, cancellationToken);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await StoredDefinition.IdAsync(db, key, cancellationToken) is not { } api)
        {
            return CommentThread.Empty;
        }

        var there = db.Comments.AsNoTracking().Where(row => row.ApiId == api && row.DeletedAt == null);
        var rows = await there.OrderByDescending(row => row.WrittenAt).ThenByDescending(row => row.Id)
            .Take(Math.Clamp(most, 1, MostAtOnce)).ToListAsync(cancellationToken);
        var total = rows.Count < most ? rows.Count : await there.CountAsync(cancellationToken);
        return new CommentThread([.. Enumerable.Reverse(rows).Select(row => Comment(row, mayAll || (mayWrite && IsBy(row, actor))))], total);
    }

    [Demands(Operation.CommentOnApis)]
    public async Task<ApiComment> AddAsync(Actor actor, string key, string text, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.CommentOnApis, cancellationToken);
        var clean = CommentText.Demand(text);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var api = await StoredDefinition.IdAsync(db, key, cancellationToken) ?? throw await StoredDefinition.MissingAsync(db, key, cancellationToken);
        var now = clock.GetUtcNow();
        var row = new CommentRow
        {
            Id = Guid.CreateVersion7(now), ApiId = api, AuthorId = (actor as UserActor)?.UserId, AuthorName = actor.Name, Text = clean, WrittenAt = now,
        };
        db.Comments.Add(row);
        await audit.AppendAsync(db, actor, "comment.add", Subject(key, row), ["text"], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Comment(row, mayChange: true);
    }

    [Demands(Operation.CommentOnApis)]
    public async Task EditAsync(Actor actor, Guid id, string text, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.CommentOnApis, cancellationToken);
        var clean = CommentText.Demand(text);
        await ChangeAsync(
            actor, id, "comment.edit", row => row.DeletedAt is null, row => (row.Text, row.EditedAt) = (clean, clock.GetUtcNow()), cancellationToken);
    }

    [Demands(Operation.CommentOnApis)]
    public async Task DeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.CommentOnApis, cancellationToken);
        await ChangeAsync(actor, id, "comment.delete", row => row.DeletedAt is null, row => row.DeletedAt = clock.GetUtcNow(), cancellationToken);
    }

    [Demands(Operation.CommentOnApis)]
    public async Task UndeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        await authorizer.DemandAsync(actor, Operation.CommentOnApis, cancellationToken);
        var since = clock.GetUtcNow() - ICommentService.Undoable;
        await ChangeAsync(actor, id, "comment.restore", row => row.DeletedAt > since, row => row.DeletedAt = null, cancellationToken);
    }

    private async Task ChangeAsync(
        Actor actor, Guid id, string action, Func<CommentRow, bool> applies, Action<CommentRow> change, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.BeginWriteAsync(cancellationToken);
        var row = await db.Comments.SingleOrDefaultAsync(comment => comment.Id == id, cancellationToken);
        var key = row is null ? null : await db.Apis.Where(api => api.Id == row.ApiId).Select(api => api.Key).SingleOrDefaultAsync(cancellationToken);
        if (row is null || key is null || !applies(row))
        {
            throw new NotFoundException("This comment is gone; somebody removed it, or its API.");
        }

        if (!IsBy(row, actor) && !await authorizer.AllowsAsync(actor, Operation.ModerateComments, cancellationToken))
        {
            throw new AccessDeniedException("Only who wrote a comment, or an administrator, may change it.");
        }

        change(row);
        await audit.AppendAsync(db, actor, action, Subject(key, row), [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static bool IsBy(CommentRow row, Actor actor) => actor is UserActor user && row.AuthorId == user.UserId;

    private static string Subject(string key, CommentRow row) => $"api:{key} comment:{row.Id:N}";

    private static ApiComment Comment(CommentRow row, bool mayChange) => new()
    {
        Id = row.Id, Author = row.AuthorName, Text = row.Text, WrittenAt = row.WrittenAt, EditedAt = row.EditedAt, MayChange = mayChange,
    };
}

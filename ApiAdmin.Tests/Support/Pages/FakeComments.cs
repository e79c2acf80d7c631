using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Comments;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Comments in memory; each may be changed as it says.</summary>
internal sealed class FakeComments : ICommentService
{
    private readonly List<ApiComment> removed = [];

    public List<ApiComment> Kept { get; } = [];

    public InvalidException? Refusal { get; set; }

    public void Add(string author, string text, bool mayChange = false) => Kept.Add(new ApiComment
    {
        Id = Guid.CreateVersion7(), Author = author, Text = text, WrittenAt = PageContext.Now, MayChange = mayChange,
    });

    public Task<CommentThread> ListAsync(Actor actor, string key, int most, CancellationToken cancellationToken) =>
        Task.FromResult(new CommentThread([.. Kept.TakeLast(most)], Kept.Count));

    public Task<ApiComment> AddAsync(Actor actor, string key, string text, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
        {
            throw Refusal;
        }

        Add(actor.Name, text, mayChange: true);
        return Task.FromResult(Kept[^1]);
    }

    public Task EditAsync(Actor actor, Guid id, string text, CancellationToken cancellationToken)
    {
        var at = Kept.FindIndex(comment => comment.Id == id);
        Kept[at] = Kept[at] with { Text = text, EditedAt = PageContext.Now };
        return Task.CompletedTask;
    }

    public Task DeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        removed.Add(Kept.Single(comment => comment.Id == id));
        Kept.RemoveAll(comment => comment.Id == id);
        return Task.CompletedTask;
    }

    public Task UndeleteAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        Kept.Add(removed.Single(comment => comment.Id == id));
        return Task.CompletedTask;
    }
}

using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Trash;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>The trash of <see cref="FakeDefinitions"/>: what was deleted there, by Ana, now.</summary>
internal sealed class FakeTrash(FakeDefinitions definitions) : IApiTrash
{
    public DateTimeOffset DeletedAt { get; set; } = PageContext.Now;

    public Task<PagedList<TrashedApi>> ListAsync(Actor actor, int page, int pageSize, CancellationToken cancellationToken) =>
        Task.FromResult(definitions.Trashed.Select(pair => new TrashedApi
        {
            Id = pair.Key, Key = pair.Value.Key, Name = pair.Value.Name, Method = pair.Value.Method, DeletedAt = DeletedAt, DeletedBy = "Ana",
        }).ToPage(page, pageSize, definitions.Trashed.Count));

    public Task<string> RestoreAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        var back = Take(id);
        definitions.Add(back);
        return Task.FromResult(back.Key);
    }

    public Task PurgeAsync(Actor actor, Guid id, CancellationToken cancellationToken)
    {
        Take(id);
        return Task.CompletedTask;
    }

    private Core.Definitions.ApiDefinition Take(Guid id) =>
        definitions.Trashed.Remove(id, out var found) ? found : throw new NotFoundException("This API is no longer in the trash.");
}

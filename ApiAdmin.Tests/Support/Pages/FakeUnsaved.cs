using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Unsaved;

namespace ApiAdmin.Tests.Support.Pages;

/// <summary>Unsaved work in memory, as the real service keeps it.</summary>
internal sealed class FakeUnsaved : IUnsavedService
{
    public List<(string? Key, UnsavedWork Work)> Kept { get; } = [];

    /// <summary>Keeps nothing: each form opens as it is stored, whatever was typed into the one before.</summary>
    public bool Forgets { get; init; }

    /// <summary>Set to make keeping fail.</summary>
    public Exception? Failure { get; set; }

    public Task<IReadOnlyList<UnsavedWork>> ListAsync(Actor actor, string? key, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<UnsavedWork>>([.. Kept.Where(row => row.Key == key).Select(row => row.Work)]);

    public Task<Guid> KeepAsync(Actor actor, FormState state, Guid? id, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            throw Failure;
        }

        if (Forgets)
        {
            return Task.FromResult(id ?? Guid.CreateVersion7());
        }

        var row = Kept.FindIndex(kept => kept.Work.Id == id && kept.Work.Place.Holder == state.Place.Holder);
        var work = new UnsavedWork(row < 0 ? Guid.CreateVersion7() : id!.Value, state.Place, state.BaseTag, state.Base, state.Definition, PageContext.Now);
        if (row < 0)
        {
            Kept.Add((state.Key, work));
        }
        else
        {
            Kept[row] = (state.Key, work);
        }

        return Task.FromResult(work.Id);
    }

    public Task<bool> TakeAsync(Actor actor, Guid id, FormPlace place, CancellationToken cancellationToken)
    {
        var row = Kept.FindIndex(kept => kept.Work.Id == id);
        if (row >= 0)
        {
            Kept[row] = (Kept[row].Key, Kept[row].Work with { Place = place });
        }

        return Task.FromResult(row >= 0);
    }

    public Task ForgetAsync(Actor actor, Guid id, Guid holder, CancellationToken cancellationToken)
    {
        Kept.RemoveAll(kept => kept.Work.Id == id && kept.Work.Place.Holder == holder);
        return Task.CompletedTask;
    }
}

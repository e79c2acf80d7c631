using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions;
using ApiAdmin.Core.Definitions.Unsaved;
using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Web.Definitions.Unsaved;

/// <summary>
/// Keeps on the server what is typed into one form. Writes a second after the first change that is not kept yet, also
/// while somebody types on, so that a kill of the server takes no more than that. Lives on the circuit's own flow.
/// </summary>
public sealed class UnsavedKeeper(IUnsavedService service, OpenForms forms, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim turn = new(1, 1);
    private EditSession? session;
    private Func<ValueTask<UserActor>>? actor;
    private CancellationTokenSource? stop;
    private FormPlace place = new(Guid.Empty, "");
    private (ApiDefinition Definition, string Tag)? kept;
    private Guid? id;
    private bool waits;

    /// <summary>Raised when one of the states below changes.</summary>
    public event Action? Changed;

    /// <summary>What the form was filled with when it was opened.</summary>
    public UnsavedWork? Restored { get; private set; }

    /// <summary>What other forms of the same person and API keep.</summary>
    public IReadOnlyList<UnsavedWork> Others { get; private set; } = [];

    /// <summary>What the last Discard threw away; it can be taken back as long as the page stands.</summary>
    public FormState? Discarded { get; private set; }

    /// <summary>Why what is typed is not kept now, or the exception that says so.</summary>
    public Exception? Trouble { get; private set; }

    private CancellationToken Stopped => stop?.Token ?? new CancellationToken(canceled: true);

    /// <summary>Follows a form that has just been opened, and fills it with what this tab, or a form that is gone, left.</summary>
    /// <param name="restores">False when the form is about to be filled by something else: what is kept is only offered.</param>
    public async Task OpenAsync(EditSession opened, Func<ValueTask<UserActor>> by, string tab, bool restores)
    {
        Close();
        (session, actor, stop) = (opened, by, new CancellationTokenSource());
        place = new FormPlace(Guid.CreateVersion7(), tab);
        forms.Add(place.Holder);
        var all = await ListAsync(opened, await by());
        var left = all.Where(work => work.Place.Tab == tab || !forms.Contains(work.Place.Holder)).ToList();
        Others = all;
        if (restores && (left.Find(work => work.Place.Tab == tab) ?? left.FirstOrDefault()) is { } work)
        {
            await ShowAsync(work);
        }
    }

    /// <summary>Puts a kept state on the page; what stood there is kept first.</summary>
    public async Task ShowAsync(UnsavedWork work)
    {
        await KeepAsync();
        Others = [.. Others.Where(other => other.Id != work.Id)];
        if (await service.TakeAsync(await actor!(), work.Id, place, Stopped))
        {
            (id, kept, Restored, Discarded) = (work.Id, (work.Definition, work.BaseTag), work, null);
            session!.Restore(work.BaseTag, work.Base, work.Definition);
            await KeepAsync();
        }

        Changed?.Invoke();
    }

    /// <summary>The form changed: it is kept soon.</summary>
    public void Later()
    {
        if (session?.MayWrite == true && !waits)
        {
            _ = KeepLaterAsync(Stopped);
        }
    }

    /// <summary>The form was saved, or its changes are thrown away: nothing of them is kept.</summary>
    public async Task ForgetAsync()
    {
        if (session is null)
        {
            return;
        }

        await InTurnAsync(RemoveAsync);
        Restored = null;
        Changed?.Invoke();
    }

    /// <summary>Throws away what is on the page, so that it can be taken back.</summary>
    public async Task DiscardAsync()
    {
        var thrown = StateOf(session!);
        await ForgetAsync();
        Discarded = thrown;
        Changed?.Invoke();
    }

    public void TakeBack()
    {
        var thrown = Discarded!;
        Discarded = null;
        session!.Restore(thrown.BaseTag, thrown.Base, thrown.Definition);
        Changed?.Invoke();
    }

    /// <summary>Leaves the form; what is kept of it stays.</summary>
    public void Close()
    {
        forms.Remove(place.Holder);
        stop?.Cancel();
        stop?.Dispose();
        (stop, session, id, kept, waits) = (null, null, null, null, false);
        (Restored, Others, Discarded, Trouble) = (null, [], null, null);
    }

    public void Dispose() => Close();

    /// <summary>What is stored by now, because the server was killed between a save and its forgetting, is no unsaved work.</summary>
    private async Task<IReadOnlyList<UnsavedWork>> ListAsync(EditSession opened, UserActor by)
    {
        var all = await service.ListAsync(by, opened.Stored?.Definition.Key, Stopped);
        foreach (var work in all.Where(work => work.Definition.Equals(opened.Model.Saved)))
        {
            await service.ForgetAsync(by, work.Id, work.Place.Holder, Stopped);
        }

        return [.. all.Where(work => !work.Definition.Equals(opened.Model.Saved))];
    }

    private async Task KeepLaterAsync(CancellationToken stopped)
    {
        waits = true;
        try
        {
            await Task.Delay(Pause, time, stopped);
            waits = false;
            await KeepAsync();
        }
        catch (OperationCanceledException) when (stopped.IsCancellationRequested)
        {
            // The form was left.
        }
    }

    private async Task KeepAsync()
    {
        var before = Trouble;
        try
        {
            await InTurnAsync(WriteAsync);
            Trouble = null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Trouble = exception;
        }

        if (Trouble?.Message != before?.Message)
        {
            Changed?.Invoke();
        }
    }

    private async Task WriteAsync(EditSession form, UserActor by)
    {
        var state = StateOf(form);
        if (state.Definition.Equals(state.Base))
        {
            await RemoveAsync(form, by);
        }
        else if (kept != (state.Definition, state.BaseTag))
        {
            id = await service.KeepAsync(by, state, id, Stopped);
            kept = (state.Definition, state.BaseTag);
        }
    }

    private async Task RemoveAsync(EditSession form, UserActor by)
    {
        if (id is { } row)
        {
            (id, kept) = (null, null);
            await service.ForgetAsync(by, row, place.Holder, Stopped);
        }
    }

    private FormState StateOf(EditSession form) => new()
    {
        Place = place,
        Key = form.Stored?.Definition.Key,
        BaseTag = form.Stored?.Tag ?? "",
        Base = form.Model.Saved,
        Definition = form.Model.Current,
    };

    /// <summary>One write after the other, in the order of the changes.</summary>
    private async Task InTurnAsync(Func<EditSession, UserActor, Task> write)
    {
        var (form, stopped) = (session, Stopped);
        await turn.WaitAsync(stopped);
        try
        {
            if (form is not null && form == session)
            {
                await write(form, await actor!());
            }
        }
        finally
        {
            turn.Release();
        }
    }
}

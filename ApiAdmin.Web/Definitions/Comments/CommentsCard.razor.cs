using ApiAdmin.Core;
using ApiAdmin.Core.Access;
using ApiAdmin.Core.Definitions.Comments;
using ApiAdmin.Web.Shared.Language;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace ApiAdmin.Web.Definitions.Comments;

/// <summary>What people wrote about an API, the newest last.</summary>
public sealed partial class CommentsCard
{
    private const int PerTurn = 20;
    private const int OfferedMs = 12_000;

    private CommentThread thread = CommentThread.Empty;
    private string? shown;
    private string? failure;
    private int most = PerTurn;
    private bool mayComment;
    private bool open;
    private bool gone;

    [Inject]
    public required ICommentService Comments { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    [Parameter, EditorRequired]
    public required string Key { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (shown != Key)
        {
            shown = Key;
            mayComment = await CurrentActor.MayAsync(Operation.CommentOnApis, Stopped);
            await TryAsync(_ => Task.CompletedTask);
        }
    }

    protected override void Dispose(bool disposing)
    {
        gone = true;
        base.Dispose(disposing);
    }

    private async Task EarlierAsync()
    {
        most += PerTurn;
        await TryAsync(_ => Task.CompletedTask);
    }

    private Task<bool> AddAsync(string text) => TryAsync(actor => Comments.AddAsync(actor, Key, text, Stopped));

    private Task<bool> EditAsync(ApiComment comment, string text) => TryAsync(actor => Comments.EditAsync(actor, comment.Id, text, Stopped));

    private async Task DeleteAsync(ApiComment comment)
    {
        if (await TryAsync(actor => Comments.DeleteAsync(actor, comment.Id, Stopped)))
        {
            Snackbar.Add(L["Comments.Removed"].Value, Severity.Normal, options =>
            {
                options.Action = L["Grid.Undo"];
                options.HideIcon = true;
                options.VisibleStateDuration = OfferedMs;
                options.OnClick = _ => InvokeAsync(() => UndoAsync(comment));
            });
        }
    }

    // The notice outlives the page, so this may run after the page was left.
    private async Task UndoAsync(ApiComment comment)
    {
        try
        {
            await Comments.UndeleteAsync(await ActorAsync(), comment.Id, CancellationToken.None);
            Snackbar.Add(L["Comments.Back"].Value, Severity.Success);
        }
        catch (ProblemException problem)
        {
            Snackbar.Add(CoreSentences.Said(problem.Message), Severity.Error);
        }

        if (!gone)
        {
            await TryAsync(_ => Task.CompletedTask);
        }
    }

    /// <summary>Does something with the thread, reads it anew and shows it: the boxes that ask for it are drawn by themselves only.</summary>
    /// <returns>False when it could not be done; the card says why.</returns>
    private async Task<bool> TryAsync(Func<UserActor, Task> change)
    {
        failure = null;
        try
        {
            var actor = await ActorAsync();
            await change(actor);
            thread = await Comments.ListAsync(actor, Key, most, Stopped);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        catch (OperationCanceledException) when (gone)
        {
            return false;
        }

        StateHasChanged();
        return failure is null;
    }
}

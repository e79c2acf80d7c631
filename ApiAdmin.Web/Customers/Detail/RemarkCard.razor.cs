using ApiAdmin.Core;
using ApiAdmin.Core.Customers;
using ApiAdmin.Web.Shared.Grid;
using Microsoft.AspNetCore.Components;

namespace ApiAdmin.Web.Customers.Detail;

/// <summary>The remark, written in its place. What others changed beside it is no conflict; another remark is.</summary>
public sealed partial class RemarkCard
{
    private string text = "";
    private string kept = "";
    private string? failure;
    private StoredCustomer? theirs;
    private bool isSaved;
    private bool busy;

    [Inject]
    public required CustomerService Customers { get; init; }

    [Parameter, EditorRequired]
    public required StoredCustomer Stored { get; set; }

    [Parameter]
    public bool MayWrite { get; set; }

    [Parameter]
    public EventCallback<StoredCustomer> OnSaved { get; set; }

    [Parameter]
    public EventCallback<bool> OnDirty { get; set; }

    private bool IsDirty => Browser(text) != Browser(kept);

    protected override void OnParametersSet()
    {
        var remark = Stored.Customer.Remark ?? "";
        if (remark != kept)
        {
            text = IsDirty ? text : remark;
            kept = remark;
        }
    }

    // A text area makes every line break one character.
    private static string Browser(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private Task TypeAsync(string typed)
    {
        (text, isSaved) = (typed, false);
        return OnDirty.InvokeAsync(IsDirty);
    }

    private Task UndoAsync()
    {
        (text, failure) = (kept, null);
        return OnDirty.InvokeAsync(false);
    }

    private Task ShortcutAsync(ShortcutEventArgs args) => args.Name == "save" && IsDirty && theirs is null ? SaveAsync(Stored.Tag) : Task.CompletedTask;

    private async Task SaveAsync(string tag)
    {
        if (busy || !MayWrite)
        {
            return;
        }

        (busy, failure) = (true, null);
        var remark = string.IsNullOrWhiteSpace(text) ? null : text;
        try
        {
            await SavedAsync(await Customers.SetRemarkAsync(await ActorAsync(), Stored.Id, remark, tag, Stopped));
        }
        catch (StaleException)
        {
            await AgainAsync(remark);
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
        finally
        {
            busy = false;
        }
    }

    private async Task AgainAsync(string? remark)
    {
        try
        {
            var actor = await ActorAsync();
            var now = await Customers.GetAsync(actor, Stored.Id, Stopped);
            if ((now.Customer.Remark ?? "") == kept)
            {
                await SavedAsync(await Customers.SetRemarkAsync(actor, Stored.Id, remark, now.Tag, Stopped));
            }
            else
            {
                theirs = now;
            }
        }
        catch (ProblemException problem)
        {
            failure = problem.Message;
        }
    }

    private async Task SavedAsync(StoredCustomer saved)
    {
        (kept, text) = (saved.Customer.Remark ?? "", saved.Customer.Remark ?? "");
        (theirs, isSaved) = (null, true);
        await OnDirty.InvokeAsync(false);
        await OnSaved.InvokeAsync(saved);
    }

    private async Task TakeTheirsAsync()
    {
        await SavedAsync(theirs!);
        isSaved = false;
    }
}

using ApiAdmin.Core;
using ApiAdmin.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;

namespace ApiAdmin.Web.App.Palette;

/// <summary>Leads to any API, page or action by a few letters.</summary>
public sealed partial class PaletteDialog : AppComponent
{
    private IReadOnlyList<PaletteEntry> entries = [];
    private string search = "";
    private string? failure;
    private int active;
    private Task finding = Task.CompletedTask;
    private CancellationTokenSource? older;

    [Inject]
    public required PaletteSource Source { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    protected override Task OnInitializedAsync() => SearchAsync("");

    protected override void Dispose(bool disposing)
    {
        older?.Dispose();
        base.Dispose(disposing);
    }

    private static string IdOf(int index) => $"palette-{index}";

    private Task SearchAsync(string text)
    {
        search = text;
        older?.Cancel();
        older?.Dispose();
        older = CancellationTokenSource.CreateLinkedTokenSource(Stopped);
        return finding = FindAsync(text.Trim(), older.Token);
    }

    private async Task FindAsync(string text, CancellationToken cancellationToken)
    {
        try
        {
            var found = await Source.FindAsync(text, cancellationToken);
            if (!cancellationToken.IsCancellationRequested)
            {
                (entries, active, failure) = (found, 0, null);
            }
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && (e is OperationCanceledException or ProblemException))
        {
            // Somebody typed on: what became of the older text is nobody's concern.
        }
        catch (ProblemException problem)
        {
            (entries, failure) = ([], problem.Message);
        }
    }

    private async Task OnKeyAsync(KeyboardEventArgs args)
    {
        switch (args.Key)
        {
            case "ArrowDown" when entries.Count > 0: await MoveAsync((active + 1) % entries.Count); break;
            case "ArrowUp" when entries.Count > 0: await MoveAsync((active + entries.Count - 1) % entries.Count); break;
            case "Enter":
                // Who types fast takes what the whole text finds, not what its beginning found.
                await finding;
                await TakeAsync(active);
                break;
        }
    }

    private ValueTask MoveAsync(int to)
    {
        active = to;
        return Js.InvokeVoidAsync("apiAdmin.reveal", Stopped, IdOf(to));
    }

    private async Task TakeAsync(int index)
    {
        if (index >= entries.Count)
        {
            return;
        }

        var entry = entries[index];
        Dialog.Close();
        switch (entry)
        {
            case { Href: { } href }: Navigation.NavigateTo(href); break;
            case { Action: PaletteEntry.Help }: await Dialogs.ShowAsync<ShortcutsDialog>(); break;
            case { Action: { } action }: await Js.InvokeVoidAsync("apiAdmin.act", action); break;
        }
    }
}

using ApiAdmin.Web.Definitions.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>
/// A grid that is fast with many rows: every row is plain text but the live one, which has editors, so that Tab moves
/// through it by the browser's own means. Keys that move between rows come in through one delegated listener.
/// </summary>
public sealed partial class EditGrid<TRow>
{
    private ElementReference root;
    private RowList<TRow>? listened;
    private int? live;
    private (int Row, string? Column)? focus;
    private RemovedRow<TRow>? removed;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter, EditorRequired]
    public required RowList<TRow> Rows { get; set; }

    /// <summary>Where the rows stand in the definition: <c>parameters</c>.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter, EditorRequired]
    public required Func<TRow, string> NameOf { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment Head { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<RowContext<TRow>> Cells { get; set; }

    /// <summary>The second line of the live row, if it has one.</summary>
    [Parameter]
    public RenderFragment<RowContext<TRow>>? Details { get; set; }

    /// <summary>How many columns <see cref="Head"/> has.</summary>
    [Parameter, EditorRequired]
    public int Columns { get; set; }

    /// <summary>How the rows are text; without it there is no text view, and nothing pasted becomes rows.</summary>
    [Parameter]
    public IRowText<TRow>? Text { get; set; }

    [Parameter]
    public FindingMap Findings { get; set; } = FindingMap.None;

    [Parameter]
    public bool ReadOnly { get; set; }

    /// <summary>Offered until the row is back, by whichever way.</summary>
    private bool CanRestore => removed is not null && Rows.IndexOf(removed.Row.Id) < 0;

    private int Shown => Rows.Rows.Count + (ReadOnly ? 0 : 1);

    protected override void Dispose(bool disposing)
    {
        Unlisten();
        base.Dispose(disposing);
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(listened, Rows))
        {
            Unlisten();
            listened = Rows;
            Rows.Changed += OnRowsChanged;
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is var (row, column))
        {
            focus = null;
            await Js.InvokeVoidAsync("apiAdmin.focusCell", root, row, column);
        }
    }

    private void Unlisten()
    {
        if (listened is not null)
        {
            listened.Changed -= OnRowsChanged;
        }
    }

    private RowContext<TRow> ContextOf(GridRow<TRow> row, int index) => new(
        row, $"{Path}[{index}]", !ReadOnly && row.Id == live, Rows.IsGhost(row.Id), Findings, value => Rows.Set(row.Id, value));

    private Task HandleAsync(GridEventArgs args)
    {
        switch (args.Key)
        {
            case "Paste": return PasteAsync(args);
            case null: GoTo(args.Row, args.Column); break;
            case "Enter": Step(args, 1); break;
            case "Shift+Enter": Step(args, -1); break;
            case "Alt+ArrowUp": Move(args, -1); break;
            case "Alt+ArrowDown": Move(args, 1); break;
            case "Delete": Remove(args.Row); break;
            case "Ctrl+z": Travel(Rows.Undo); break;
            case "Ctrl+y" or "Ctrl+Shift+z": Travel(Rows.Redo); break;
            case "Escape": live = null; focus = (args.Row, null); break;
        }

        return Task.CompletedTask;
    }

    private void GoTo(int row, string? column)
    {
        if (live != row)
        {
            Rows.EndStep();
            live = row;
            focus = (row, column);
        }
    }

    private void Step(GridEventArgs args, int by)
    {
        Rows.EndStep();
        var index = Rows.IsGhost(args.Row) ? Rows.Rows.Count : Rows.IndexOf(args.Row);
        var next = Math.Clamp(index + by, 0, Rows.Rows.Count);
        live = next == Rows.Rows.Count ? Rows.NextId : Rows.Rows[next].Id;
        focus = (live.Value, args.Column);
    }

    private void Move(GridEventArgs args, int by)
    {
        Rows.Move(args.Row, by);
        focus = (args.Row, args.Column);
    }

    private void Add() => GoTo(Rows.NextId, null);

    private void Remove(int row)
    {
        if (ReadOnly || Rows.IndexOf(row) is not (>= 0 and var index))
        {
            return;
        }

        pasted = [];
        removed = Rows.Remove(row);
        live = null;
        focus = (index < Rows.Rows.Count ? Rows.Rows[index].Id : Rows.NextId, null);
    }

    private void Travel(Func<int?> step)
    {
        if (!ReadOnly && step() is { } row)
        {
            live = live == row ? row : null;
            focus = (row, null);
        }
    }

    /// <summary>Brings the removed row back whatever was done since; Ctrl+Z takes one step after the other.</summary>
    private void Undo()
    {
        if (removed is not null)
        {
            Rows.Restore(removed);
            focus = (removed.Row.Id, null);
            removed = null;
        }
    }
}

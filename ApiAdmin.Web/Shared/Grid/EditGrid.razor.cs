using System.Globalization;
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
    private RowList<TRow>? listened;
    private int? live;
    private string? focus;
    private int focused;
    private int answered;
    private RemovedRow<TRow>? removed;

    [Inject]
    public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What a screen reader calls the row of a number, from 1.</summary>
    [Parameter, EditorRequired]
    public required Func<int, string> RowLabel { get; set; }

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

    private void Unlisten()
    {
        if (listened is not null)
        {
            listened.Changed -= OnRowsChanged;
        }
    }

    private RowContext<TRow> ContextOf(GridRow<TRow> row, int index) => new(
        row, $"{Path}[{index}]", RowLabel(index + 1), !ReadOnly && row.Id == live, Rows.IsGhost(row.Id), Findings, value => Rows.Set(row.Id, value));

    /// <summary>The browser waits for a cell to go to after each of these, and keeps what is typed meanwhile for it.</summary>
    private Task HandleAsync(GridEventArgs args)
    {
        if (args.Key == "Paste")
        {
            return PasteAsync(args);
        }

        answered = args.Ask;
        Focus(args.Row, args.Column);
        switch (args.Key)
        {
            case null: GoTo(args.Row, args.Column); break;
            case "Enter": Step(args, 1); break;
            case "Shift+Enter": Step(args, -1); break;
            case "Alt+ArrowUp": Rows.Move(args.Row, -1); break;
            case "Alt+ArrowDown": Rows.Move(args.Row, 1); break;
            case "Delete": Remove(args.Row); break;
            case "Ctrl+z": Travel(Rows.Undo, args.Column); break;
            case "Ctrl+y" or "Ctrl+Shift+z": Travel(Rows.Redo, args.Column); break;
            case "Escape": live = null; break;
        }

        return Task.CompletedTask;
    }

    /// <summary>Told with what is drawn, so that no key falls between a row and its focus.</summary>
    private void Focus(int row, string? column = null) =>
        focus = string.Create(CultureInfo.InvariantCulture, $"{++focused}:{answered}:{row}:{column}");

    private void GoTo(int row, string? column)
    {
        if (live != row)
        {
            Rows.EndStep();
            live = row;
        }

        Focus(row, column);
    }

    private void Step(GridEventArgs args, int by)
    {
        Rows.EndStep();
        var index = Rows.IsGhost(args.Row) ? Rows.Rows.Count : Rows.IndexOf(args.Row);
        var next = Math.Clamp(index + by, 0, Rows.Rows.Count);
        live = next == Rows.Rows.Count ? Rows.NextId : Rows.Rows[next].Id;
        Focus(live.Value, args.Column);
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
        Focus(index < Rows.Rows.Count ? Rows.Rows[index].Id : Rows.NextId);
    }

    private void Travel(Func<int?, int?> step, string? column)
    {
        if (!ReadOnly && step(live) is { } row)
        {
            live = live == row ? row : null;
            Focus(row, column);
        }
    }

    /// <summary>Brings the removed row back whatever was done since; Ctrl+Z takes one step after the other.</summary>
    private void Undo()
    {
        if (removed is not null)
        {
            Rows.Restore(removed);
            Focus(removed.Row.Id);
            removed = null;
        }
    }
}

using ApiAdmin.Core.Definitions;
using ApiAdmin.Web.Shared.Grid;

namespace ApiAdmin.Web.Definitions.Editing;

/// <summary>
/// The URL as its field shows it: what is stored as the URL, and behind it the query that the rows make. Typing changes
/// the rows at once; the text stays the typist's own until the field is left, or a row is changed elsewhere.
/// </summary>
public sealed class UrlField : IRowCompanion
{
    private readonly RowList<RequestParam> rows;
    private Typing? typing;
    private string? written;

    public UrlField(RowList<RequestParam> rows)
    {
        this.rows = rows;
        rows.Companion = this;
        rows.Changed += Follow;
    }

    /// <summary>The definition's URL: without the rows.</summary>
    public string Stored { get; private set; } = "";

    public string Text => typing?.Text ?? (written ??= UrlRows.Write(Stored, rows.Values));

    /// <summary>The rows are being changed from here.</summary>
    public bool IsApplying { get; private set; }

    /// <summary>Rows that went with the URL when it was left last and held more than it told; for putting them back.</summary>
    public IReadOnlyList<RequestParam> Parted { get; private set; } = [];

    object IRowCompanion.State => Stored;

    public void Show(string url) => (Stored, typing, written, Parted) = (url, null, null, []);

    /// <summary>Every text is read against the rows as they were when typing began, so that what is typed again is the same row again.</summary>
    public void Type(string text)
    {
        if (text == Text)
        {
            return;
        }

        typing = new Typing(text, typing?.Stored ?? Stored, typing?.Before ?? [.. rows.Rows], typing?.Step ?? new object());
        var split = UrlRows.Split(text, typing.Stored, typing.Before);
        IsApplying = true;
        rows.Take(split.Rows, typing.Step, beside: split.Url != Stored);
        IsApplying = false;
        (Stored, written, Parted) = (split.Url, null, []);
    }

    public void Leave(string text)
    {
        Type(text);
        if (typing is { } ended)
        {
            Parted = [.. ended.Before.Where(row => rows.IndexOf(row.Id) < 0 && QueryLine.Of(row.Value) is { } line && !line.Make().Equals(row.Value)).Select(row => row.Value)];
            typing = null;
            rows.EndStep();
        }
    }

    public void PutBack() => rows.Insert(rows.Rows.Count, Parted);

    void IRowCompanion.Return(object state) => Show((string)state);

    private void Follow()
    {
        if (!IsApplying)
        {
            Show(UrlRows.Follow(Stored, [.. rows.Values]));
        }
    }

    private sealed record Typing(string Text, string Stored, IReadOnlyList<GridRow<RequestParam>> Before, object Step);
}

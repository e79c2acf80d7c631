using ApiAdmin.Web.Definitions.Bulk;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>A grid that is edited as text just now. It belongs to the rows, so that closing a section loses none of it.</summary>
public sealed class RowTextEdit<TRow>(string text, IReadOnlyList<TRow> before)
{
    /// <summary>More rows than a request has; a longer text is rather not meant for the grid.</summary>
    public const int MostRows = 1_000;

    public string Text { get; private set; } = text;

    /// <summary>Lines that are no rows: they are kept here, and nowhere else.</summary>
    public IReadOnlyList<UnreadLine> Unread { get; private set; } = [];

    public bool HasTooMany { get; private set; }

    /// <summary>The rows are being changed from here.</summary>
    public bool IsApplying { get; private set; }

    /// <summary>Takes the text as it stands now over into the rows.</summary>
    public void Apply(string text, IRowText<TRow> format, Action<IReadOnlyList<TRow>> take)
    {
        var read = BulkText.Read(text);
        (Text, Unread, HasTooMany) = (text, read.Unread, read.Rows.Count > MostRows);
        if (HasTooMany)
        {
            return;
        }

        IsApplying = true;
        take(format.Merge(before, read.Rows));
        IsApplying = false;
    }
}

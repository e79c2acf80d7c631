using ApiAdmin.Web.Definitions.Bulk;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>Rows as text, and text that is pasted as rows.</summary>
public sealed partial class EditGrid<TRow>
{
    private const int LinesNamed = 5;

    private EditGridText? textArea;
    private IReadOnlyList<int> pasted = [];
    private string? pasteProblem;

    private bool TakesText => Text is not null && !ReadOnly;

    private bool CanTakeBack => pasted.Any(id => Rows.IndexOf(id) >= 0);

    private string? TextProblem => Rows.Text switch
    {
        { HasTooMany: true } => L["Grid.TooMany", RowTextEdit<TRow>.MostRows].Value,
        { Unread: [var one] } => L["Grid.Unread", one.Line].Value,
        { Unread: { Count: > 0 } all } => L["Grid.UnreadMany", all.Count, string.Join(", ", all.Take(LinesNamed).Select(line => line.Line)) + (all.Count > LinesNamed ? " …" : "")].Value,
        _ => null,
    };

    /// <summary>Rows that changed elsewhere (the URL, another step back) are written anew; lines that were no rows stay.</summary>
    private void OnRowsChanged()
    {
        if (Rows.Text is { IsApplying: false } edit)
        {
            OpenText(edit.Unread.Select(line => line.Text));
        }

        _ = InvokeAsync(StateHasChanged);
    }

    private void OpenAsText() => OpenText([]);

    private void OpenText(IEnumerable<string> rest)
    {
        live = null;
        (removed, pasted, pasteProblem) = (null, [], null);
        var text = Text!.Write(Rows.Values) + string.Join('\n', rest);
        Rows.Text = new RowTextEdit<TRow>(text, [.. Rows.Values]);
        ReadText(text);
    }

    private void ReadText(string text) => Rows.Text?.Apply(text, Text!, rows => Rows.Load(rows, Rows.Text));

    /// <summary>Back to rows, unless there are lines that rows cannot hold.</summary>
    private async Task OpenAsRowsAsync()
    {
        await (textArea?.FlushAsync() ?? Task.CompletedTask);
        if (TextProblem is null)
        {
            CloseText();
        }
    }

    private void CloseText()
    {
        Rows.Text = null;
        Focus(Rows.Rows.Count > 0 ? Rows.Rows[0].Id : Rows.NextId);
    }

    private async Task PasteAsync(GridEventArgs args)
    {
        var text = await StreamedText.ReadAsync(Js, "apiAdmin.takeRows", [], Stopped);
        if (!TakesText || Rows.Text is not null)
        {
            return;
        }

        pasteProblem = text is null ? L["Paste.TooLong"].Value : null;
        if (text is not null)
        {
            TakePasted(args.Row, text, BulkText.Read(text));
        }
    }

    private void TakePasted(int row, string text, ReadRows read)
    {
        if (read.Rows.Count > RowTextEdit<TRow>.MostRows)
        {
            OpenText([text]);
            return;
        }

        var index = Rows.IndexOf(row);
        var near = index < 0 ? default : Rows.Rows[index].Value;
        var isBlank = near is not null && NameOf(near).Length == 0;
        removed = null;
        pasted = Rows.Insert(index < 0 ? Rows.Rows.Count : index + 1, [.. read.Rows.Select(line => Text!.Make(line, near))], isBlank ? row : null);
        live = null;
        if (read.Unread.Count > 0)
        {
            OpenText(read.Unread.Select(line => line.Text));
        }
        else if (pasted.Count > 0)
        {
            Focus(pasted[^1], "name");
        }
    }

    private void TakeBack()
    {
        Rows.RemoveAll(pasted);
        pasted = [];
        Focus(Rows.NextId);
    }
}

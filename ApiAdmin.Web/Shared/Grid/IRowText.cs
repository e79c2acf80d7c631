using ApiAdmin.Web.Definitions.Bulk;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>How the rows of a grid are written as text, and made of text.</summary>
public interface IRowText<TRow>
{
    /// <summary>One line for each row.</summary>
    string Write(IEnumerable<TRow> rows);

    /// <summary>A new row.</summary>
    /// <param name="near">The row beside it, if there is one.</param>
    TRow Make(TextRow line, TRow? near);

    /// <summary>The rows that edited lines mean: what a line does not tell stays as it was before.</summary>
    IReadOnlyList<TRow> Merge(IReadOnlyList<TRow> before, IReadOnlyList<TextRow> lines);
}

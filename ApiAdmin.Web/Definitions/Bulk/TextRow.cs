using ApiAdmin.Core.Definitions;

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>One row of a grid as text tells it.</summary>
/// <param name="Value">What stands in the value's cell, JSON values as their JSON text.</param>
public sealed record TextRow(string Name, string Value)
{
    public bool Enabled { get; init; } = true;

    /// <summary>Null where the text has no types, as in lines.</summary>
    public ParamType? Type { get; init; }

    /// <summary>Null where the text has none.</summary>
    public string? Description { get; init; }
}

/// <summary>A line that is no row.</summary>
/// <param name="Line">From 1.</param>
public sealed record UnreadLine(int Line, string Text);

/// <summary>What was read of a text, and what was not.</summary>
public sealed record ReadRows(IReadOnlyList<TextRow> Rows, IReadOnlyList<UnreadLine> Unread)
{
    public ReadRows(IReadOnlyList<TextRow> rows)
        : this(rows, [])
    {
    }
}

using ApiAdmin.Web.Definitions.Editing;

namespace ApiAdmin.Web.Shared.Grid;

/// <summary>What the cells of one row need.</summary>
/// <param name="Path">Where the row stands in the definition: <c>parameters[2]</c>.</param>
/// <param name="Label">What the row is called: <c>Request param 3</c>.</param>
/// <param name="IsLive">This row shows editors; the others show text.</param>
public sealed record RowContext<T>(GridRow<T> Row, string Path, string Label, bool IsLive, bool IsGhost, FindingMap Findings, Action<T> Set)
{
    public T Value => Row.Value;

    /// <summary>What a cell is called: <c>Request param 3, name</c>.</summary>
    public string Cell(string column) => $"{Label}, {column}";

    /// <summary>The sentence for a member of the row, and everything inside it.</summary>
    public string? Error(string member) => IsGhost ? null : Findings.Within($"{Path}.{member}");

    /// <summary>For <c>aria-invalid</c>.</summary>
    public string? Invalid(string member) => Error(member) is null ? null : "true";

    /// <summary>All that is wrong with the row, in one text.</summary>
    public string? Errors => IsGhost ? null : Findings.Within(Path);
}

namespace ApiAdmin.Core.Customers.Import;

/// <summary>How the reader of a report reads it; it is kept in English.</summary>
/// <param name="Heads">Of line, column, value and reason.</param>
/// <param name="Said">A reason in the reader's language.</param>
public sealed record ImportReportWords(IReadOnlyList<string> Heads, Func<string, string> Said);

namespace ApiAdmin.Core.Customers;

/// <summary>
/// Cells of a table file that a spreadsheet program would take for a formula get a <c>'</c> in front when written, and so do those that
/// begin with one; reading takes one off. So what is written and read again is what it was.
/// </summary>
public static class FormulaSafety
{
    private const char Mark = '\'';

    private const string Triggers = "=+-@\t\r\n\0＝＋－＠'";

    public static string Write(string text) => text.Length > 0 && Triggers.Contains(text[0], StringComparison.Ordinal) ? Mark + text : text;

    /// <summary>Takes a mark off only where writing would have put one: a <c>'t Hooft</c> of another program's file stays.</summary>
    public static string Read(string text) =>
        text.Length > 1 && text[0] == Mark && Triggers.Contains(text[1], StringComparison.Ordinal) ? text[1..] : text;
}

namespace ApiAdmin.Web.Definitions.Bulk;

/// <summary>
/// Lines of <c>name: value</c>; <c>name=value</c> and a tab between the two are read too. <c>#</c> or <c>//</c> before
/// the name switches the row off. What a line cannot hold as it is stands there as a <see cref="QuotedText"/>.
/// </summary>
public static class LineRows
{
    private const string Off = "# ";

    private static readonly char[] Blank = [' ', '\t', '\r'];

    public static ReadRows Read(string text)
    {
        var (rows, unread) = (new List<TextRow>(), new List<UnreadLine>());
        foreach (var (index, line) in text.Split('\n').Index())
        {
            var content = line.Trim(Blank).TrimStart('\uFEFF');
            if (content.Length == 0)
            {
                continue;
            }

            if (ReadLine(content) is { } row)
            {
                rows.Add(row);
            }
            else
            {
                unread.Add(new UnreadLine(index + 1, line));
            }
        }

        return new ReadRows(rows, unread);
    }

    /// <summary>The line that reads as this row.</summary>
    public static string Write(TextRow row)
    {
        var value = NeedsQuotes(row.Value) ? QuotedText.Write(row.Value) : row.Value;
        var name = NeedsQuotes(row.Name) || IsNoPlainName(row.Name) ? QuotedText.Write(row.Name) : row.Name;
        return $"{(row.Enabled ? "" : Off)}{name}:{(value.Length > 0 ? " " : "")}{value}";
    }

    private static TextRow? ReadLine(string line)
    {
        var off = line[0] == '#' ? 1 : line.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        var rest = line[off..].TrimStart(Blank);
        var end = QuotedText.Read(rest, out var name);
        var separator = end > 0 ? SkipBlank(rest, end) : rest.AsSpan().IndexOfAny(":=\t");
        if (separator < 0 || separator == rest.Length || !":=\t".Contains(rest[separator], StringComparison.Ordinal))
        {
            return null;
        }

        name ??= rest[..separator].TrimEnd(Blank);
        if (end == 0 && (IsNoPlainName(name) || rest[separator..].StartsWith("://", StringComparison.Ordinal)))
        {
            return null;
        }

        var value = rest[(separator + 1)..].Trim(Blank);
        return new TextRow(name, QuotedText.Read(value, out var quoted) == value.Length && quoted is not null ? quoted : value) { Enabled = off == 0 };
    }

    private static int SkipBlank(string text, int at)
    {
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    private static bool NeedsQuotes(string text) =>
        text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
        || text.StartsWith(QuotedText.Begin, StringComparison.Ordinal) || text.Any(QuotedText.MustEscape) || QuotedText.HasLoneSurrogate(text);

    /// <summary>What begins like JSON, markup or a query is more likely a piece of one than a name.</summary>
    private static bool IsNoPlainName(string name) =>
        name.Length == 0 || "#\"{}[]<?".Contains(name[0], StringComparison.Ordinal) || name.StartsWith("//", StringComparison.Ordinal)
        || name.AsSpan().IndexOfAny(":=\t") >= 0;
}

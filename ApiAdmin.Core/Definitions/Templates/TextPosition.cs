namespace ApiAdmin.Core.Definitions.Templates;

/// <summary>Line and column of a place in a text, both from 1, for people.</summary>
internal static class TextPosition
{
    public static TemplateError Error(string text, int index, string message)
    {
        var before = text.AsSpan(0, Math.Min(index, text.Length));
        var line = before.Count('\n') + 1;
        var column = before.Length - before.LastIndexOf('\n');
        return new TemplateError(line, column, message);
    }

    /// <summary>The character index at which a line (from 0) begins.</summary>
    public static int LineStart(string text, long line)
    {
        var index = 0;
        for (; line > 0; line--)
        {
            var next = text.IndexOf('\n', index);
            if (next < 0)
            {
                break;
            }

            index = next + 1;
        }

        return index;
    }
}

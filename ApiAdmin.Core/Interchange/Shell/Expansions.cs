namespace ApiAdmin.Core.Interchange.Shell;

/// <summary>How far a shell's expansion reaches: <c>$name</c>, <c>${…}</c>, <c>$(…)</c>, <c>`…`</c>.</summary>
internal static class Expansions
{
    public static int End(string text, int start)
    {
        if (text[start] == '`')
        {
            var close = text.IndexOf('`', start + 1);
            return close < 0
                ? throw new ShellException("The ` is never closed. If the lines end in it, this is PowerShell: copy the command as cURL (bash) instead.", start)
                : close + 1;
        }

        var next = start + 1 < text.Length ? text[start + 1] : ' ';
        return next switch
        {
            '{' => Matching(text, start + 1, '{', '}'),
            '(' => Matching(text, start + 1, '(', ')'),
            _ when char.IsAsciiLetter(next) || next == '_' => Name(text, start + 1),
            _ => start + 1,
        };
    }

    private static int Name(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        return at;
    }

    private static int Matching(string text, int at, char open, char close)
    {
        var start = at - 1;
        var depth = 0;
        for (; at < text.Length; at++)
        {
            depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
            if (depth == 0)
            {
                return at + 1;
            }
        }

        throw new ShellException($"The ${open} is never closed. Copy the command to its end, or add the closing {close}.", start);
    }
}

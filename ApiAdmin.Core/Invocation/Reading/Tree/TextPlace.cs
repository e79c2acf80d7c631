namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>From a line and column, as reports tell them, to the byte.</summary>
public static class TextPlace
{
    /// <param name="line">From 1, as is <paramref name="column"/>, in UTF-16 characters; a mark of the byte order counts for none.</param>
    /// <returns>The end when there is no such place.</returns>
    public static async Task<long> OffsetAsync(Stream utf8, int line, int column, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var (at, lines, columns) = (0L, 1, 1);
        utf8.Position = 0;
        while (await utf8.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            for (var i = at == 0 && buffer.AsSpan(0, read).StartsWith("\uFEFF"u8) ? 3 : 0; i < read; i++)
            {
                if ((buffer[i] & 0xc0) == 0x80)
                {
                    continue;
                }

                if (lines == line && columns >= column)
                {
                    return at + i;
                }

                (lines, columns) = buffer[i] == '\n' ? (lines + 1, 1) : (lines, columns + (buffer[i] >= 0xf0 ? 2 : 1));
            }

            at += read;
        }

        return at;
    }
}

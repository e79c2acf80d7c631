namespace ApiAdmin.Core.Extraction.Json;

/// <summary>Objects and arrays whose end has not come yet; their text is copied whenever the buffer moves on.</summary>
internal sealed class OpenCaptures(int most)
{
    private readonly (Capture Capture, int Depth, int Start)[] open = new (Capture, int, int)[most];
    private int count;

    public bool IsEmpty => count == 0;

    public void Clear() => count = 0;

    public void Add(Capture capture, int depth, int start) => open[count++] = (capture, depth, start);

    /// <summary>They will never end: what they hold is no value. Answers whether there was any.</summary>
    public bool Abandon()
    {
        var any = count > 0;
        while (count > 0)
        {
            open[--count].Capture.Abandon();
        }

        return any;
    }

    /// <summary>The container at <paramref name="depth"/> ends before <paramref name="end"/>.</summary>
    public void Close(int depth, ReadOnlySpan<byte> buffer, int end)
    {
        while (count > 0 && open[count - 1].Depth == depth)
        {
            count--;
            open[count].Capture.Append(buffer[open[count].Start..end]);
        }
    }

    /// <summary>The next buffer begins at <paramref name="consumed"/> of this one.</summary>
    public void Leave(ReadOnlySpan<byte> buffer, int consumed)
    {
        for (var i = 0; i < count; i++)
        {
            open[i].Capture.Append(buffer[open[i].Start..consumed]);
            open[i].Start = 0;
        }
    }
}

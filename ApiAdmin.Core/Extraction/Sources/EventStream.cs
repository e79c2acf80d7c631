using System.Buffers;
using System.Text;

namespace ApiAdmin.Core.Extraction.Sources;

/// <summary>
/// Reads an event stream (WHATWG HTML, section 9.2.6) as it arrives and keeps the data of its last event. A closing
/// <c>[DONE]</c>, which several services send behind the last answer, is none.
/// </summary>
internal sealed class EventStream
{
    /// <summary>One event of more is not kept.</summary>
    public const int LargestEvent = 8 * 1024 * 1024;

    private readonly ArrayBufferWriter<byte> line = new();
    private ArrayBufferWriter<byte> data = new();
    private ArrayBufferWriter<byte> last = new();
    private bool hasData;
    private bool afterReturn;

    public int Count { get; private set; }

    public bool IsTooLarge { get; private set; }

    /// <summary>Of the last event; empty while there was none.</summary>
    public ReadOnlyMemory<byte> LastData => last.WrittenMemory;

    /// <summary>Told each event's data as it ends; for tests and views.</summary>
    public Action<string>? Received { get; init; }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (afterReturn && utf8 is [(byte)'\n', ..])
        {
            utf8 = utf8[1..];
        }

        afterReturn &= utf8.IsEmpty;
        while (utf8.IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var end)
        {
            line.Write(utf8[..end]);
            Line(line.WrittenSpan);
            line.ResetWrittenCount();
            var skipped = utf8[end] == '\r' && end + 1 < utf8.Length && utf8[end + 1] == '\n' ? 2 : 1;
            afterReturn = utf8[end] == '\r' && end + 1 == utf8.Length;
            utf8 = utf8[(end + skipped)..];
        }

        IsTooLarge |= line.WrittenCount + utf8.Length > LargestEvent;
        if (!IsTooLarge)
        {
            line.Write(utf8);
        }
    }

    private void Line(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            Dispatch();
            return;
        }

        var colon = text.IndexOf((byte)':');
        var name = colon < 0 ? text : text[..colon];
        if (!name.SequenceEqual("data"u8))
        {
            return;
        }

        var value = colon < 0 ? default : text[(colon + 1)..];
        value = value is [(byte)' ', ..] ? value[1..] : value;
        IsTooLarge |= data.WrittenCount + value.Length > LargestEvent;
        if (IsTooLarge)
        {
            return;
        }

        if (hasData)
        {
            data.Write("\n"u8);
        }

        data.Write(value);
        hasData = true;
    }

    private void Dispatch()
    {
        if (hasData)
        {
            Received?.Invoke(Encoding.UTF8.GetString(data.WrittenSpan));
            if (!data.WrittenSpan.SequenceEqual("[DONE]"u8))
            {
                (data, last) = (last, data);
                Count++;
            }
        }

        data.ResetWrittenCount();
        hasData = false;
    }
}

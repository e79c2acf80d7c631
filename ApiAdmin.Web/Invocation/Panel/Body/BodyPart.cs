using System.Text;
using ApiAdmin.Core.Invocation.Reading;

namespace ApiAdmin.Web.Invocation.Panel.Body;

/// <summary>A piece of a body as it is shown, cut around the match that is looked at.</summary>
/// <param name="Offset">Of its first byte in the body.</param>
/// <param name="Length">In bytes of the body.</param>
public sealed record BodyPart(string Before, string Match, string After, long Offset, long Length, long Total)
{
    /// <summary>Bytes of one piece; as hex a line of text stands for sixteen.</summary>
    public static int SizeOf(BodyView view) => view == BodyView.Hex ? 4 * 1024 : 64 * 1024;

    public static async Task<BodyPart> ReadAsync(BodyContent body, BodyView view, long from, BodyMatch? match, CancellationToken cancellationToken)
    {
        var total = body.Stream.Length;
        var offset = Math.Clamp(from, 0, Math.Max(0, total - 1));
        offset = view == BodyView.Hex ? offset & ~15L : offset;
        var layout = view == BodyView.Pretty ? await LayoutAsync(body, offset, cancellationToken) : null;
        body.Stream.Position = offset;
        var buffer = new byte[(int)Math.Min(SizeOf(view), total - offset)];
        ReadOnlyMemory<byte> bytes = buffer.AsMemory(0, await body.Stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken));
        if (view != BodyView.Hex && body.IsUtf8)
        {
            var lead = Leading(bytes.Span, offset);
            (bytes, offset) = (bytes[lead..Whole(bytes.Span, offset + bytes.Length < total)], offset + lead);
        }

        var (start, end) = match is not null && match.Offset >= offset && match.Offset + match.Length <= offset + bytes.Length
            ? ((int)(match.Offset - offset), (int)(match.Offset - offset) + match.Length) : (bytes.Length, bytes.Length);
        var (before, hit, after) = view == BodyView.Hex
            ? BodyText.Hex(bytes.Span, offset, start, end)
            : Texts(body.Encoding, layout, bytes.Span, start, end);
        return new BodyPart(before, hit, after, offset, bytes.Length, total);
    }

    private static (string Before, string Match, string After) Texts(Encoding encoding, JsonLayout? layout, ReadOnlySpan<byte> bytes, int start, int end)
    {
        var (before, hit, after) = (encoding.GetString(bytes[..start]), encoding.GetString(bytes[start..end]), encoding.GetString(bytes[end..]));
        if (layout is null)
        {
            return (before.TrimStart('\uFEFF'), hit, after);
        }

        var from = layout.Write(before.TrimStart('\uFEFF')).Length;
        var to = layout.Write(hit).Length;
        var all = layout.Write(after).ToString();

        // What the layout put around the match is not part of it.
        to = from + all.AsSpan(from, to - from).TrimEnd().Length;
        from = to - all.AsSpan(from, to - from).TrimStart().Length;
        return (all[..from], all[from..to], all[to..]);
    }

    private static async Task<JsonLayout> LayoutAsync(BodyContent body, long until, CancellationToken cancellationToken)
    {
        var layout = new JsonLayout();
        var buffer = new byte[64 * 1024];
        body.Stream.Position = 0;
        for (var left = until; left > 0;)
        {
            var read = await body.Stream.ReadAsync(buffer.AsMemory(0, (int)Math.Min(left, buffer.Length)), cancellationToken);
            layout.Skip(buffer.AsSpan(0, read));
            left = read == 0 ? 0 : left - read;
        }

        return layout;
    }

    /// <summary>Bytes of a character that began in the piece before, which shows it.</summary>
    private static int Leading(ReadOnlySpan<byte> bytes, long offset)
    {
        var count = 0;
        while (offset > 0 && count < Math.Min(3, bytes.Length) && (bytes[count] & 0xc0) == 0x80)
        {
            count++;
        }

        return count;
    }

    /// <summary>Where the last whole character ends, when there is more behind.</summary>
    private static int Whole(ReadOnlySpan<byte> bytes, bool more)
    {
        for (var back = 1; more && back <= Math.Min(3, bytes.Length); back++)
        {
            var b = bytes[^back];
            if (b < 0x80)
            {
                break;
            }

            if (b >= 0xc0)
            {
                var needs = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return needs > back ? bytes.Length - back : bytes.Length;
            }
        }

        return bytes.Length;
    }
}

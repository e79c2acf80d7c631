using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>
/// Turns a body's bytes into valid UTF-8 chunk by chunk, in constant memory: byte order mark dropped, bytes that mean
/// nothing as U+FFFD. Valid UTF-8, by far the usual case, passes through uncopied.
/// </summary>
internal sealed class Utf8Transcoder(string? definitionCharset, string? headerCharset, IUtf8Sink sink) : IDisposable
{
    private const int MarkLength = 4;
    private const int ChunkLength = 16 * 1024;

    private byte[] start = [];
    private int startLength;
    private ReplacingFallback? replacing;
    private Decoder? decoder;
    private char highSurrogate;
    private bool isClean = true;
    private char[]? chars;
    private byte[]? bytes;

    public Charset? Charset { get; private set; }

    public string? Warning { get; private set; }

    /// <summary>Bytes meant nothing in the charset and stand as U+FFFD.</summary>
    public bool HasBadBytes => replacing is { HasReplaced: true };

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> data)
    {
        if (Charset is null && startLength == 0 && data.Length >= MarkLength)
        {
            // The usual case: nothing is cut off the first chunk, which the extraction can then read where it lies.
            data = data[Begin(data.Span)..];
        }
        else if (Charset is null)
        {
            // A mark can come in drips: it is judged when four bytes are there.
            start = startLength == 0 ? new byte[MarkLength] : start;
            var taken = Math.Min(MarkLength - startLength, data.Length);
            data[..taken].CopyTo(start.AsMemory(startLength));
            startLength += taken;
            if (startLength < MarkLength)
            {
                return;
            }

            await BeginDrippedAsync();
            data = data[taken..];
        }

        await DecodeAsync(data, flush: false);
    }

    public async ValueTask CompleteAsync()
    {
        if (Charset is null)
        {
            await BeginDrippedAsync();
        }

        await DecodeAsync(default, flush: true);
    }

    public void Dispose()
    {
        if (chars is not null)
        {
            ArrayPool<char>.Shared.Return(chars);
            ArrayPool<byte>.Shared.Return(bytes!);
            chars = null;
        }
    }

    /// <summary>Chooses the charset by the first bytes; answers how many of them are a mark.</summary>
    private int Begin(ReadOnlySpan<byte> first)
    {
        Charset = Charsets.Choose(definitionCharset, headerCharset, first, out var mark, out var warning);
        Warning = warning;
        return mark;
    }

    private ValueTask BeginDrippedAsync()
    {
        var mark = Begin(start.AsSpan(0, startLength));
        return DecodeAsync(start.AsMemory(mark, startLength - mark), flush: false);
    }

    private ValueTask DecodeAsync(ReadOnlyMemory<byte> data, bool flush)
    {
        if (isClean && Charset!.Encoding.CodePage == Encoding.UTF8.CodePage && Utf8.IsValid(data.Span))
        {
            return data.IsEmpty ? default : sink.WriteAsync(data);
        }

        return ConvertAsync(data, flush);
    }

    private async ValueTask ConvertAsync(ReadOnlyMemory<byte> data, bool flush)
    {
        decoder ??= NewDecoder();
        chars ??= ArrayPool<char>.Shared.Rent(ChunkLength);
        bytes ??= ArrayPool<byte>.Shared.Rent((ChunkLength + 1) * 3);
        bool completed;
        do
        {
            // One place is kept for the first half of a surrogate pair that the last conversion ended in.
            var carried = highSurrogate == 0 ? 0 : 1;
            chars[0] = highSurrogate;
            decoder.Convert(data.Span, chars.AsSpan(carried, ChunkLength - 1), flush, out var used, out var written, out completed);
            data = data[used..];
            await EmitAsync(carried + written, flush && completed && data.IsEmpty);
        }
        while (!completed || !data.IsEmpty);

        isClean = highSurrogate == 0 && (flush || !IsPending());
    }

    private ValueTask EmitAsync(int count, bool last)
    {
        var splits = count > 0 && char.IsHighSurrogate(chars![count - 1]) && !last;
        highSurrogate = splits ? chars![count - 1] : '\0';
        count -= splits ? 1 : 0;
        return count == 0 ? default : sink.WriteAsync(bytes.AsMemory(0, Encoding.UTF8.GetBytes(chars.AsSpan(0, count), bytes)));
    }

    /// <summary>Whether the decoder holds the first bytes of a character whose rest is still to come.</summary>
    private bool IsPending()
    {
        // Asking ends the character in thought only; it is not bad yet.
        var before = replacing!.HasReplaced;
        var pending = decoder!.GetCharCount([], flush: true) > 0;
        replacing.HasReplaced = before;
        return pending;
    }

    private Decoder NewDecoder()
    {
        var made = Charset!.Encoding.GetDecoder();
        made.Fallback = replacing = new ReplacingFallback();
        return made;
    }
}

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

    private readonly byte[] start = new byte[MarkLength];
    private int startLength;
    private Decoder? decoder;
    private bool pending;
    private char[]? chars;
    private byte[]? bytes;

    public Encoding? Encoding { get; private set; }

    public string? Warning { get; private set; }

    /// <summary>False once the sink has enough.</summary>
    public bool Write(ReadOnlySpan<byte> data)
    {
        if (Encoding is not null)
        {
            return Decode(data, flush: false);
        }

        // A mark can come in drips: it is judged when four bytes are there.
        var taken = Math.Min(MarkLength - startLength, data.Length);
        data[..taken].CopyTo(start.AsSpan(startLength));
        startLength += taken;
        return startLength < MarkLength || (Begin() && Decode(data[taken..], flush: false));
    }

    public void Complete()
    {
        if (Encoding is null)
        {
            Begin();
        }

        Decode([], flush: true);
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

    private bool Begin()
    {
        Encoding = Charsets.Choose(definitionCharset, headerCharset, start.AsSpan(0, startLength), out var mark, out var warning);
        Warning = warning;
        decoder = Encoding.GetDecoder();
        return Decode(start.AsSpan(mark, startLength - mark), flush: false);
    }

    private bool Decode(ReadOnlySpan<byte> data, bool flush)
    {
        if (!pending && !flush && Encoding!.CodePage == System.Text.Encoding.UTF8.CodePage && Utf8.IsValid(data))
        {
            return data.IsEmpty || sink.Write(data);
        }

        chars ??= ArrayPool<char>.Shared.Rent(ChunkLength);
        bytes ??= ArrayPool<byte>.Shared.Rent(ChunkLength * 3);
        var more = true;
        bool completed;
        do
        {
            decoder!.Convert(data, chars, flush, out var used, out var written, out completed);
            data = data[used..];
            more &= Emit(chars.AsSpan(0, written), flush && completed);
        }
        while (!completed || !data.IsEmpty);

        pending = !flush && IsPending();
        return more;
    }

    private char highSurrogate;

    /// <summary>A pair can be split between two conversions; its first half waits for the second.</summary>
    private bool Emit(Span<char> text, bool last)
    {
        if (highSurrogate != 0)
        {
            Span<char> pair = [highSurrogate, text.IsEmpty ? '\ufffd' : text[0]];
            highSurrogate = '\0';
            return EmitWhole(pair) & Emit(text.IsEmpty ? text : text[1..], last);
        }

        if (!text.IsEmpty && char.IsHighSurrogate(text[^1]) && !last)
        {
            highSurrogate = text[^1];
            text = text[..^1];
        }

        return EmitWhole(text);
    }

    private bool EmitWhole(ReadOnlySpan<char> text) =>
        text.IsEmpty || sink.Write(bytes.AsSpan(0, System.Text.Encoding.UTF8.GetBytes(text, bytes)));

    /// <summary>Whether the decoder holds the first bytes of a character whose rest is still to come.</summary>
    private bool IsPending() => highSurrogate != 0 || decoder!.GetCharCount([], flush: true) > 0;
}

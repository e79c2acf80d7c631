namespace ApiAdmin.Core.Invocation.Sending;

/// <summary>The transport under HTTP (and under TLS): notes whose request is written when, and the first bytes of a handshake.</summary>
internal sealed class TracedStream(Stream inner, ConnectionFacts facts) : Stream
{
    private readonly byte[] opening = new byte[16];
    private int openingLength;

    /// <summary>The first bytes the other side sent; they tell plain http, an alert and an old TLS version apart.</summary>
    public ReadOnlySpan<byte> Opening => opening.AsSpan(0, openingLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        facts.Ready != 0 ? inner.ReadAsync(buffer, cancellationToken) : ReadOpeningAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
        facts.Ready != 0 && RequestTrace.Current is { } trace
            ? WriteTracedAsync(trace, buffer, cancellationToken)
            : inner.WriteAsync(buffer, cancellationToken);

    public override Task FlushAsync(CancellationToken cancellationToken) => inner.FlushAsync(cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);

    public override void Flush() => inner.Flush();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private async ValueTask<int> ReadOpeningAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        var kept = Math.Min(read, opening.Length - openingLength);
        buffer.Span[..kept].CopyTo(opening.AsSpan(openingLength));
        openingLength += kept;
        return read;
    }

    private ValueTask WriteTracedAsync(RequestTrace trace, ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken)
    {
        trace.Writing(facts);
        var writing = inner.WriteAsync(buffer, cancellationToken);
        if (!writing.IsCompletedSuccessfully)
        {
            return FinishAsync(trace, writing);
        }

        // A socket takes what fits its buffer at once, so this is the usual way.
        writing.GetAwaiter().GetResult();
        trace.Written();
        return default;
    }

    private static async ValueTask FinishAsync(RequestTrace trace, ValueTask writing)
    {
        await writing;
        trace.Written();
    }
}

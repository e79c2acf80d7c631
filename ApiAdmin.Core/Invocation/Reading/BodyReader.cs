using System.Buffers;
using ApiAdmin.Core.Invocation.Redaction;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>
/// Reads one body in constant memory: wire → count → one content decoding → cap → head and spool (masked) → charset →
/// UTF-8 → extraction. What was read before a failure stays readable here.
/// </summary>
internal sealed class BodyReader : IAsyncDisposable
{
    private const int ChunkLength = 32 * 1024;

    private readonly BodyPlan plan;
    private readonly BodyHead head;
    private readonly Utf8Transcoder text;
    private readonly ByteRedactor? redactor;
    private CountingStream? wire;
    private long read;

    public BodyReader(BodyPlan plan, MediaType? mediaType)
    {
        this.plan = plan;
        head = new BodyHead(plan.Spool);
        text = new Utf8Transcoder(plan.Charset, mediaType?.Charset, plan.Sink);
        redactor = plan.Redactor.Stream();
    }

    public long WireBytes => wire?.Count ?? read;

    public long BodyBytes { get; private set; }

    public BodyHead Head => head;

    public Charset? Charset => text.Charset;

    public string? Warning => text.Warning;

    /// <summary>Bytes of a body that was read to its end mean nothing in its charset.</summary>
    public bool HasBadBytes => text.HasBadBytes && !StoppedEarly && !IsTooLarge;

    /// <summary>Reading ended before the end because the sink had all it needs.</summary>
    public bool StoppedEarly { get; private set; }

    public bool IsTooLarge { get; private set; }

    /// <exception cref="InvalidDataException">The encoding is not what the header says, or is cut off.</exception>
    /// <exception cref="IOException">The connection broke, or the body is shorter than announced.</exception>
    public async Task ReadAsync(Stream body, IReadOnlyList<string> encodings, CancellationToken cancellationToken)
    {
        wire = encodings.Count == 0 ? null : new CountingStream(body);
        var decoded = wire is null ? body : await ContentDecoder.DecodeAsync(wire, encodings, cancellationToken);
        var buffer = ArrayPool<byte>.Shared.Rent(ChunkLength);
        try
        {
            await PumpAsync(decoded, buffer, cancellationToken);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            if (!ReferenceEquals(decoded, body))
            {
                await decoded.DisposeAsync();
            }

            if (redactor is not null)
            {
                await head.WriteAsync(redactor.Complete(), CancellationToken.None);
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        text.Dispose();
        return head.DisposeAsync();
    }

    private async Task PumpAsync(Stream decoded, byte[] buffer, CancellationToken cancellationToken)
    {
        int length;
        while ((length = await ReadSomeAsync(decoded, buffer, cancellationToken)) > 0)
        {
            read += length;
            var room = (int)Math.Min(length, plan.MaxBytes - BodyBytes);
            BodyBytes += room;
            var data = buffer.AsMemory(0, room);
            await head.WriteAsync(redactor is null ? data : redactor.Write(data.Span), cancellationToken);
            await text.WriteAsync(data);
            if (room < length)
            {
                IsTooLarge = true;
                return;
            }

            if (plan.Sink.HasEnough)
            {
                StoppedEarly = true;
                return;
            }
        }

        await text.CompleteAsync();
    }

    /// <summary>The decompressors tell a damaged stream by several exceptions; one is enough.</summary>
    private static async ValueTask<int> ReadSomeAsync(Stream decoded, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await decoded.ReadAsync(buffer, cancellationToken);
        }
        catch (InvalidOperationException e) when (e is not ObjectDisposedException)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }
}

/// <summary>How a body is to be read.</summary>
/// <param name="MaxBytes">Decoded bytes at most.</param>
/// <param name="Charset">The definition's charset, which goes before header and mark.</param>
/// <param name="Spool">Where a body over 64 KiB is kept whole; null to keep only its head.</param>
internal sealed record BodyPlan(long MaxBytes, string? Charset, SpoolTarget? Spool, IUtf8Sink Sink, Redactor Redactor);

using System.Buffers;

namespace ApiAdmin.Core.Invocation.Reading;

/// <summary>The first 64 KiB of a body, as bytes, masked already; what comes behind goes to the spool when there is one.</summary>
internal sealed class BodyHead(SpoolTarget? spool) : IAsyncDisposable
{
    public const int Size = 64 * 1024;

    private byte[]? buffer;
    private FileStream? file;

    public int Length { get; private set; }

    public bool Truncated { get; private set; }

    /// <summary>Id of the spooled body; null when everything fits.</summary>
    public string? SpoolId { get; private set; }

    /// <summary>The whole body could not be kept on our disk.</summary>
    public bool SpoolFailed { get; private set; }

    public ReadOnlySpan<byte> Bytes => buffer.AsSpan(0, Length);

    public ValueTask WriteAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        buffer ??= ArrayPool<byte>.Shared.Rent(Size);
        var fits = Math.Min(Size - Length, data.Length);
        data.Span[..fits].CopyTo(buffer.AsSpan(Length));
        Length += fits;
        if (fits == data.Length)
        {
            return default;
        }

        Truncated = true;
        return SpillAsync(data[fits..], cancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        if (buffer is not null)
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = null;
            Length = 0;
        }

        return file is null ? default : file.DisposeAsync();
    }

    private async ValueTask SpillAsync(ReadOnlyMemory<byte> rest, CancellationToken cancellationToken)
    {
        if (spool is null || SpoolFailed)
        {
            return;
        }

        try
        {
            if (file is null)
            {
                file = spool.Spool.Create(spool.Id, spool.OwnerId);
                SpoolId = spool.Id;
                await file.WriteAsync(buffer.AsMemory(0, Length), cancellationToken);
            }

            await file.WriteAsync(rest, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or Data.StartRefusedException)
        {
            // A full disk of ours is no fault of the answer: it is read on, only not kept whole.
            SpoolFailed = true;
            SpoolId = null;
        }
    }
}

/// <summary>Where a large body goes, under which id, and who may read it there.</summary>
internal sealed record SpoolTarget(BodySpool Spool, string Id, string OwnerId);

using System.Buffers;
using System.Text.Json;

namespace ApiAdmin.Core.Extraction.Json;

/// <summary>
/// Reads a JSON body from consecutive chunks in constant memory: what is kept between chunks is the beginning of one
/// token. Reused from run to run, so that a run allocates next to nothing.
/// </summary>
internal sealed class JsonBody
{
    /// <summary>More tokens than this are an attack, not an answer: they cost the reader far more than they cost the sender.</summary>
    public const int MostTokens = 1_000_000;

    /// <summary>A single name, number or string of more is refused.</summary>
    public const int LargestToken = 8 * 1024 * 1024;

    /// <summary>A body that does not begin with it has no byte order mark, and nothing of it need be kept to look for one.</summary>
    private const byte FirstOfMark = 0xef;

    private static readonly JsonReaderOptions Options = new() { MaxDepth = JsonWalker.DeepestJson };

    private readonly JsonWalker[] walkers;
    private JsonReaderState state;
    private byte[] kept = [];
    private int keptLength;
    private int retryAt;
    private int tokens;
    private bool atStart;

    public JsonBody(IEnumerable<PathSet> sets) => walkers = [.. sets.Select(set => new JsonWalker(set))];

    /// <summary>What is wrong with the body; null while nothing is.</summary>
    public BodyFault? Fault { get; private set; }

    public bool HasDuplicates => Array.Exists(walkers, w => w.Duplicates != 0);

    public bool IsDecided => Array.TrueForAll(walkers, w => w.IsDecided);

    /// <summary>There was nothing but white space or a byte order mark.</summary>
    public bool IsEmpty => tokens == 0 && keptLength == 0 && Fault is null;

    public JsonWalker Walker(int slot) => walkers[slot / PathSet.Most];

    public Capture this[int slot] => Walker(slot)[slot % PathSet.Most];

    public void Start()
    {
        state = new JsonReaderState(Options);
        (keptLength, retryAt, tokens, atStart, Fault) = (0, 0, 0, true, null);
        foreach (var walker in walkers)
        {
            walker.Start();
        }
    }

    public void Write(ReadOnlySpan<byte> utf8)
    {
        if (Fault is not null || utf8.IsEmpty)
        {
            return;
        }

        if (keptLength == 0 && (!atStart || utf8[0] != FirstOfMark))
        {
            atStart = false;
            Keep(utf8[Read(utf8, isLast: false)..]);
            return;
        }

        Append(utf8);
        if (atStart && !SkipByteOrderMark())
        {
            return;
        }

        // A long token is looked at again only when it has doubled: else its cost would be the square of its length.
        if (keptLength >= retryAt)
        {
            Drop(Read(kept.AsSpan(0, keptLength), isLast: false));
            retryAt = keptLength * 2;
        }
    }

    public void Complete()
    {
        if (Fault is null && (tokens > 0 || kept.AsSpan(0, keptLength).ContainsAnyExcept(" \t\r\n"u8)))
        {
            Read(kept.AsSpan(0, keptLength), isLast: true);
        }

        keptLength = 0;
    }

    /// <summary>Forgets what was found in part only, when the body ended before its time.</summary>
    public void Settle()
    {
        foreach (var walker in walkers)
        {
            walker.Settle();
        }
    }

    /// <summary>Gives large buffers back before the next run.</summary>
    public void Release()
    {
        if (kept.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(kept);
            kept = [];
        }

        foreach (var walker in walkers)
        {
            walker.Start();
        }
    }

    private int Read(ReadOnlySpan<byte> buffer, bool isLast)
    {
        var reader = new Utf8JsonReader(buffer, isLast, state);
        try
        {
            if (walkers.Length == 1)
            {
                Walk(ref reader, buffer, walkers[0]);
            }
            else
            {
                WalkAll(ref reader, buffer);
            }
        }
        catch (JsonException exception)
        {
            Fault = BodyFault.Of(exception);
            return buffer.Length;
        }

        state = reader.CurrentState;
        foreach (var walker in walkers)
        {
            walker.Leave(buffer, (int)reader.BytesConsumed);
        }

        return (int)reader.BytesConsumed;
    }

    private void Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer, JsonWalker walker)
    {
        while (reader.Read())
        {
            if (++tokens > MostTokens)
            {
                Fault = BodyFault.TooManyTokens;
                return;
            }

            if (walker.Skipping < 0 || reader.CurrentDepth <= walker.Skipping)
            {
                walker.Take(ref reader, buffer);
            }
        }
    }

    private void WalkAll(ref Utf8JsonReader reader, ReadOnlySpan<byte> buffer)
    {
        while (reader.Read())
        {
            if (++tokens > MostTokens)
            {
                Fault = BodyFault.TooManyTokens;
                return;
            }

            foreach (var walker in walkers)
            {
                if (walker.Skipping < 0 || reader.CurrentDepth <= walker.Skipping)
                {
                    walker.Take(ref reader, buffer);
                }
            }
        }
    }

    /// <returns>False while it cannot be told yet whether the body begins with a byte order mark.</returns>
    private bool SkipByteOrderMark()
    {
        var mark = "\uFEFF"u8;
        var start = kept.AsSpan(0, keptLength);
        if (start.Length < mark.Length && mark.StartsWith(start))
        {
            return false;
        }

        atStart = false;
        if (start.StartsWith(mark))
        {
            Drop(mark.Length);
        }

        return true;
    }

    private void Keep(ReadOnlySpan<byte> rest)
    {
        Append(rest);
        retryAt = keptLength * 2;
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        if (keptLength + utf8.Length > LargestToken && keptLength > LargestToken / 2)
        {
            Fault = BodyFault.TokenTooLarge;
            return;
        }

        if (keptLength + utf8.Length > kept.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(keptLength + utf8.Length, kept.Length * 2));
            kept.AsSpan(0, keptLength).CopyTo(larger);
            if (kept.Length > 0)
            {
                ArrayPool<byte>.Shared.Return(kept);
            }

            kept = larger;
        }

        utf8.CopyTo(kept.AsSpan(keptLength));
        keptLength += utf8.Length;
    }

    private void Drop(int consumed)
    {
        kept.AsSpan(consumed, keptLength - consumed).CopyTo(kept);
        keptLength -= consumed;
    }
}

using System.Text.Json;

namespace ApiAdmin.Core.Invocation.Reading.Tree;

/// <summary>
/// Goes through the tokens of JSON of any size in constant memory, from the beginning or from a value in the middle. What breaks off
/// or is no JSON counts as far as it goes.
/// </summary>
internal abstract class TokenWalk
{
    private const int LargestToken = 4 * 1024 * 1024;

    private readonly byte[] opener = new byte[1];

    /// <summary>It went no further because there is no JSON.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Set by the walker that has what it wants.</summary>
    protected bool IsDone { get; set; }

    protected abstract void See(ref Utf8JsonReader reader, long start);

    /// <param name="from">The byte to begin at.</param>
    /// <param name="inside">The bracket that opened what it begins inside of; 0 at the beginning of a value.</param>
    protected async Task WalkAsync(Stream utf8, long from, byte inside, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        opener[0] = inside;
        utf8.Position = from;
        var (held, state) = (inside == 0 ? 0 : 1, new JsonReaderState());
        var start = from - held;
        opener.AsSpan(0, held).CopyTo(buffer);
        try
        {
            while (!IsDone)
            {
                var read = await utf8.ReadAtLeastAsync(buffer.AsMemory(held), buffer.Length - held, throwOnEndOfStream: false, cancellationToken);
                var length = held + read;
                var skip = start == 0 && from == 0 && buffer.AsSpan(0, length).StartsWith("\uFEFF"u8) ? 3 : 0;
                var used = skip + Walk(buffer.AsSpan(skip, length - skip), start + skip, last: read == 0, ref state);
                if (read == 0)
                {
                    return;
                }

                held = length - used;
                buffer.AsSpan(used, held).CopyTo(buffer);
                start += used;
                buffer = held < buffer.Length ? buffer : Larger(buffer);
            }
        }
        catch (JsonException)
        {
            IsBroken = true;
        }
    }

    private int Walk(ReadOnlySpan<byte> bytes, long start, bool last, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, last, state);
        while (!IsDone && reader.Read())
        {
            See(ref reader, start);
        }

        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= LargestToken)
        {
            throw new JsonException("One token is longer than 4 MiB");
        }

        Array.Resize(ref buffer, buffer.Length * 2);
        return buffer;
    }
}

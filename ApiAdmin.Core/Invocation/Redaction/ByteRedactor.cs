using System.Buffers;

namespace ApiAdmin.Core.Invocation.Redaction;

/// <summary>
/// Masks byte patterns in a stream of chunks. A pattern may lie across chunks, so as many bytes as the longest pattern
/// has, less one, are held back until more arrive.
/// </summary>
internal sealed class ByteRedactor(byte[][] patterns)
{
    private static readonly byte[] Mask = "•••"u8.ToArray();

    private readonly int longest = patterns.Max(p => p.Length);
    private readonly ArrayBufferWriter<byte> output = new();
    private byte[] held = [];

    /// <summary>What may be shown of <paramref name="data"/> and of what was held back; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Write(ReadOnlySpan<byte> data) => Process([.. held, .. data], last: false);

    public ReadOnlyMemory<byte> Complete() => Process(held, last: true);

    private ReadOnlyMemory<byte> Process(ReadOnlySpan<byte> data, bool last)
    {
        output.ResetWrittenCount();
        while (Find(data) is (>= 0 and var at, var length))
        {
            output.Write(data[..at]);
            output.Write(Mask);
            data = data[(at + length)..];
        }

        var keep = last ? 0 : Math.Min(longest - 1, data.Length);
        output.Write(data[..^keep]);
        held = data[^keep..].ToArray();
        return output.WrittenMemory;
    }

    /// <summary>The first match; of several at one place the longest, as the patterns come longest first.</summary>
    private (int At, int Length) Find(ReadOnlySpan<byte> data)
    {
        var best = (At: -1, Length: 0);
        foreach (var pattern in patterns)
        {
            var window = best.At < 0 ? data : data[..Math.Min(data.Length, best.At + pattern.Length - 1)];
            var at = window.IndexOf(pattern);
            if (at >= 0 && (best.At < 0 || at < best.At))
            {
                best = (at, pattern.Length);
            }
        }

        return best;
    }
}

using System.Buffers;

namespace ApiAdmin.Core.Extraction;

/// <summary>The first 64 KiB of the body, kept to explain afterwards why a path found nothing.</summary>
internal sealed class BodyHead
{
    public const int Most = 64 * 1024;

    private byte[] bytes = [];
    private int length;

    public ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    public bool IsWhole { get; private set; } = true;

    public void Write(ReadOnlySpan<byte> utf8)
    {
        var take = Math.Min(utf8.Length, Most - length);
        IsWhole &= take == utf8.Length;
        if (take == 0)
        {
            return;
        }

        if (length + take > bytes.Length)
        {
            Grow(length + take);
        }

        utf8[..take].CopyTo(bytes.AsSpan(length));
        length += take;
    }

    public void Release() => Replace([]);

    private void Grow(int wanted)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(Most, Math.Max(wanted, bytes.Length * 2)));
        Bytes.CopyTo(larger);
        Replace(larger);
    }

    private void Replace(byte[] other)
    {
        if (bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        bytes = other;
        length = other.Length == 0 ? 0 : length;
    }
}

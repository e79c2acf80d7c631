using System.Buffers.Binary;
using System.Text;

namespace ApiAdmin.Benchmarks.Circuits;

/// <summary>Writes what a page says to its circuit: calls of hub methods with texts, numbers and nothing.</summary>
internal static class PackWriter
{
    public static byte[] Ping { get; } = [2, 0x91, 6];

    /// <summary>With an id the server answers; without one it only does.</summary>
    public static byte[] Call(string method, string? id, params ReadOnlySpan<object?> arguments)
    {
        using var body = new MemoryStream();
        body.Write([0x96, 1, 0x80]);
        Write(body, id);
        Write(body, method);
        body.Write([0xdc, (byte)(arguments.Length >> 8), (byte)arguments.Length]);
        foreach (var argument in arguments)
        {
            Write(body, argument);
        }

        body.WriteByte(0x90);
        return [.. Varint((int)body.Length), .. body.ToArray()];
    }

    private static void Write(Stream target, object? value)
    {
        switch (value)
        {
            case null: target.WriteByte(0xc0); break;
            case bool truth: target.WriteByte(truth ? (byte)0xc3 : (byte)0xc2); break;
            case long or int: WriteHead(target, 0xd3, 8, Convert.ToInt64(value)); break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                WriteHead(target, 0xdb, 4, bytes.Length);
                target.Write(bytes);
                break;
            default: throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static void WriteHead(Stream target, byte kind, int width, long value)
    {
        Span<byte> buffer = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(buffer, value);
        target.WriteByte(kind);
        target.Write(buffer[^width..]);
    }

    private static byte[] Varint(int length)
    {
        var bytes = new List<byte>();
        for (; length > 127; length >>= 7)
        {
            bytes.Add((byte)(length | 0x80));
        }

        return [.. bytes, (byte)length];
    }
}
